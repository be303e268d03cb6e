-- Where a block's two packed columns stand: in the parts tables, or, when this is set, in the file of that number beside
-- an embedded database, the operations first and the names behind them.
ALTER TABLE operation_block ADD COLUMN file_number BIGINT;
