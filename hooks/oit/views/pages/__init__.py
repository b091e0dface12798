"""The pages and files of the public site, made from assessments for any site generator.

It imports nothing: a command that only asks for the name of a file loads no form or template.
"""
