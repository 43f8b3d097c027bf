// Keeps picked pictures in IndexedDB: localStorage is too small for them. Without IndexedDB they live in memory.

const memory = new Map();
let opening;

function database() {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('gridbee', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('files');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

async function run(mode, act) {
  const base = await database();
  if (!base) return undefined;
  return new Promise((resolve) => {
    try {
      const deal = base.transaction('files', mode);
      const request = act(deal.objectStore('files'));
      deal.oncomplete = () => resolve(request.result);
      deal.onerror = deal.onabort = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

export async function keep(key, files) {
  memory.set(key, files);
  await run('readwrite', (store) => store.put(files, key));
}

/** From one key to another in one step: whenever the page dies, the files are under the one or the other. */
export async function move(from, to, files) {
  memory.delete(from);
  memory.set(to, files);
  await run('readwrite', (store) => {
    store.put(files, to);
    return store.delete(from);
  });
}

export async function kept(key) {
  return memory.get(key) ?? (await run('readonly', (store) => store.get(key))) ?? null;
}

export async function drop(key) {
  memory.delete(key);
  await run('readwrite', (store) => store.delete(key));
}
