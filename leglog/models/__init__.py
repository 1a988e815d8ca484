"""What is stored: tables, engine, undo journal and migrations.

Nothing is imported here: ``models.glance`` must load without SQLAlchemy.
"""
