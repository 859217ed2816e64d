DROP FUNCTION write_account(text, text, jsonb, jsonb);
DROP FUNCTION record_outcomes(text, jsonb);
DROP FUNCTION settle_notifications(text, uuid[]);
DROP FUNCTION mail_in_hand();
DROP FUNCTION bodies_with_due_mail();
DROP TABLE delivery_item;
DROP TABLE delivery;
DROP TABLE notification;
