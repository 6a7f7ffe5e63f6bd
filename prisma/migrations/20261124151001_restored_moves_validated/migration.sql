-- By hand: the rows that were there before this CHECK.
ALTER TABLE "DeliveryEvent" VALIDATE CONSTRAINT "DeliveryEvent_move";
