DROP FUNCTION find_feed(text);
DROP TABLE calendar_feed;
