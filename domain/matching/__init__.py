"""Needs, resources and projects (需求、资源、项目): who may do what, what fits, and why."""
