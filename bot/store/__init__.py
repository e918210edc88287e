"""The database: everything that is kept, behind the ports Store and UnitOfWork.

`sql_store.SqlStore` is the adapter, `schema.migrate` brings its schema up to date. This module imports
neither, so that a command which needs no database does not pay for one.
"""
