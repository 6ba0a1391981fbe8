-- Up Migration
ALTER TABLE parcels ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_depot ON parcels USING (grams < 100000) WITH CHECK (grams < 100000);
COMMENT ON COLUMN parcels.grams IS 'With the box';
CREATE MATERIALIZED VIEW depot_load AS SELECT depot_id, sum(grams) AS grams FROM parcels GROUP BY depot_id;
CREATE UNIQUE INDEX depot_load_depot ON depot_load (depot_id);

-- Down Migration
DROP MATERIALIZED VIEW depot_load;
DROP POLICY every_depot ON parcels;
