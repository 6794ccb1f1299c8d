"""An edition on its way: to folders and stores, mailboxes and webhooks, once to each."""
