"""The web server: the editor’s page, the LanguageTool API and our own."""
