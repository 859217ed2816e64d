DROP TABLE account_text;
DROP TABLE account_entry;
DROP TABLE account;
DROP FUNCTION refuse_to_alter_the_account();
