// A schema as applications have it: triggers, views and functions that nobody needs to be stopped for.
export const ORDINARY = `
CREATE SCHEMA audit;
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text, posts_count int DEFAULT 0, balance numeric DEFAULT 0,
  created_at timestamptz DEFAULT now(), updated_at timestamptz, version int DEFAULT 1, deleted_at timestamptz, slug text);
CREATE TABLE posts (id bigint PRIMARY KEY, user_id bigint REFERENCES users, title text, body text, search tsvector, updated_at timestamptz);
CREATE TABLE comments (id bigint PRIMARY KEY, post_id bigint REFERENCES posts, author text, body text);
CREATE TABLE audit.log (id bigserial, table_name text, op text, row_id text, old_row jsonb, new_row jsonb, who text DEFAULT current_user, at timestamptz DEFAULT clock_timestamp());
CREATE TABLE audit.changes (id bigint, at timestamptz, field text, was text, now text);
CREATE TABLE stock (item bigint PRIMARY KEY, quantity int CHECK (quantity >= 0));
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, item bigint, quantity int, status text, total numeric);
CREATE TABLE order_history (order_id bigint, status text, at timestamptz);
CREATE TABLE nodes (id bigint PRIMARY KEY, parent_id bigint, path text);
CREATE TABLE closure (ancestor bigint, descendant bigint, depth int);
CREATE TABLE tags (id bigint PRIMARY KEY, name text);
CREATE TYPE span AS RANGE (SUBTYPE = float8);
CREATE TABLE measures (id int PRIMARY KEY, during span);
CREATE TABLE events (id bigint, at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- 1 updated_at
CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.updated_at = now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER touch BEFORE UPDATE ON posts FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION touch_updated_at();

-- 2 audit log of all rows
CREATE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit.log (table_name, op, row_id, new_row) VALUES (TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, TG_OP, NEW.id::text, to_jsonb(NEW));
    RETURN NEW;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO audit.log (table_name, op, row_id, old_row, new_row) VALUES (TG_RELNAME, TG_OP, NEW.id::text, to_jsonb(OLD), to_jsonb(NEW));
    RETURN NEW;
  ELSE
    INSERT INTO audit.log (table_name, op, row_id, old_row) VALUES (TG_RELNAME, TG_OP, OLD.id::text, row_to_json(OLD)::jsonb);
    RETURN OLD;
  END IF;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON users FOR EACH ROW EXECUTE FUNCTION audit.record();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION audit.record();

-- 3 search vector
CREATE FUNCTION posts_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := setweight(to_tsvector('pg_catalog.english', coalesce(NEW.title, '')), 'A') || setweight(to_tsvector('pg_catalog.english', coalesce(NEW.body, '')), 'D');
  RETURN NEW;
END $$;
CREATE TRIGGER search BEFORE INSERT OR UPDATE OF title, body ON posts FOR EACH ROW EXECUTE FUNCTION posts_search();
CREATE TRIGGER search_builtin BEFORE INSERT OR UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(search, 'pg_catalog.english', title, body);

-- 4 counter cache
CREATE FUNCTION count_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'INSERT') THEN
    UPDATE users SET posts_count = posts_count + 1 WHERE id = NEW.user_id;
  ELSIF (TG_OP = 'DELETE') THEN
    UPDATE users SET posts_count = posts_count - 1 WHERE users.id = OLD.user_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER counts AFTER INSERT OR DELETE ON posts FOR EACH ROW EXECUTE FUNCTION count_posts();

-- 5 children that go with their parent
CREATE FUNCTION drop_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN DELETE FROM comments WHERE post_id = OLD.id; RETURN OLD; END $$;
CREATE TRIGGER cleanup BEFORE DELETE ON posts FOR EACH ROW EXECUTE FUNCTION drop_comments();

-- 6 optimistic locking
CREATE FUNCTION bump() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version THEN RAISE EXCEPTION 'stale row % of %', OLD.id, TG_TABLE_NAME USING ERRCODE = '40001'; END IF;
  NEW.version := OLD.version + 1; RETURN NEW;
END $$;
CREATE TRIGGER bump BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION bump();

-- 7 slug
CREATE FUNCTION slugify(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT trim(both '-' FROM regexp_replace(lower(t), '[^a-z0-9]+', '-', 'g')) $$;
CREATE FUNCTION set_slug() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE base text := slugify(NEW.name); n int := 0;
BEGIN
  NEW.slug := base;
  WHILE EXISTS (SELECT 1 FROM users WHERE slug = NEW.slug AND id <> NEW.id) LOOP
    n := n + 1; NEW.slug := base || '-' || n;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER slug BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION set_slug();

-- 8 stock
CREATE FUNCTION take_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE left_over int;
BEGIN
  SELECT quantity INTO left_over FROM stock WHERE item = NEW.item FOR UPDATE;
  IF NOT FOUND OR left_over < NEW.quantity THEN RAISE EXCEPTION 'not enough'; END IF;
  UPDATE stock SET quantity = quantity - NEW.quantity WHERE item = NEW.item;
  RETURN NEW;
END $$;
CREATE TRIGGER stock BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION take_stock();

-- 9 history of a state, with a notification
CREATE FUNCTION note_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO order_history (order_id, status, at) VALUES (NEW.id, NEW.status, now());
  PERFORM pg_notify('orders', json_build_object('id', NEW.id, 'status', NEW.status)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER status AFTER UPDATE OF status ON orders FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION note_status();

-- 10 upsert of a total, by statement, with transition tables
CREATE TABLE daily (day date PRIMARY KEY, total numeric);
CREATE FUNCTION add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO daily (day, total) SELECT current_date, sum(total) FROM fresh GROUP BY 1
  ON CONFLICT (day) DO UPDATE SET total = daily.total + excluded.total;
  RETURN NULL;
END $$;

-- 11 tree paths
CREATE FUNCTION tree_path() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above text;
BEGIN
  IF NEW.parent_id IS NULL THEN NEW.path = NEW.id::text; RETURN NEW; END IF;
  SELECT path INTO STRICT above FROM nodes WHERE id = NEW.parent_id;
  NEW.path = above || '.' || NEW.id;
  INSERT INTO closure SELECT ancestor, NEW.id, depth + 1 FROM closure WHERE descendant = NEW.parent_id UNION ALL SELECT NEW.id, NEW.id, 0;
  RETURN NEW;
END $$;
CREATE TRIGGER path BEFORE INSERT ON nodes FOR EACH ROW EXECUTE FUNCTION tree_path();

-- 12 soft delete, and what must not change
CREATE FUNCTION soft_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE tags SET name = name WHERE id = OLD.id; RETURN NULL; END $$;
CREATE TRIGGER soft BEFORE DELETE ON tags FOR EACH ROW EXECUTE FUNCTION soft_delete();
CREATE FUNCTION forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON order_history FOR EACH ROW EXECUTE FUNCTION forbid();

-- 13 the changed fields, one by one
CREATE FUNCTION audit.fields() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN SELECT n.key, o.value AS was, n.value AS now FROM jsonb_each_text(to_jsonb(NEW)) n JOIN jsonb_each_text(to_jsonb(OLD)) o USING (key) WHERE n.value IS DISTINCT FROM o.value
  LOOP
    INSERT INTO audit.changes VALUES (NEW.id, now(), change.key, change.was, change.now);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER fields AFTER UPDATE ON tags FOR EACH ROW EXECUTE FUNCTION audit.fields();

CREATE VIEW active_users AS SELECT id, email, name FROM users WHERE deleted_at IS NULL;
CREATE FUNCTION full_name(users) RETURNS text LANGUAGE sql STABLE AS $$ SELECT $1.name || ' ' || $1.email $$;
CREATE FUNCTION account_age(u users) RETURNS interval LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN age(u.created_at); END $$;
CREATE FUNCTION total_of(who bigint) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT coalesce(sum(total), 0) FROM orders WHERE user_id = who $$;
CREATE FUNCTION place_order(who bigint, what bigint, many int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  INSERT INTO orders (id, user_id, item, quantity) VALUES (1, who, what, many) RETURNING id INTO made;
  UPDATE users SET balance = balance - 1 WHERE id = who;
  RETURN made;
END $$;
CREATE DOMAIN email AS text CHECK (VALUE ~ '^[^@]+@[^@]+$');
CREATE TABLE contacts (id bigint, address email, CONSTRAINT long CHECK (length(address) > 3));
CREATE INDEX ON contacts (lower(address));
CREATE FUNCTION current_tenant() RETURNS text LANGUAGE sql STABLE AS $$ SELECT current_setting('app.tenant', true) $$;
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contacts USING (address = current_tenant());
CREATE FUNCTION announce() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NOTIFY pgrst, 'reload schema'; END $$;
CREATE EVENT TRIGGER announce ON ddl_command_end EXECUTE FUNCTION announce();
`

/** Statements over it that the guard \`strict\` lets through by their text. */
export const EVERYDAY = [
  "INSERT INTO users (id, email, name) VALUES (1, 'a@b.c', 'Ann')",
  "UPDATE users SET email = 'x@y.z' WHERE id = 1",
  'DELETE FROM users WHERE id = 1',
  "INSERT INTO posts (id, user_id, title) VALUES (1, 1, 'x')",
  "UPDATE posts SET title = 'y' WHERE id = 1",
  'DELETE FROM posts WHERE id = 1',
  'INSERT INTO orders (id, user_id, item, quantity) VALUES (1, 1, 1, 1)',
  "UPDATE orders SET status = 'paid' WHERE id = 1",
  'DELETE FROM orders WHERE id = 1',
  'INSERT INTO nodes (id, parent_id) VALUES (2, 1)',
  'DELETE FROM tags WHERE id = 1',
  "UPDATE tags SET name = 'x' WHERE id = 1",
  'INSERT INTO order_history VALUES (1)',
  "INSERT INTO contacts (id, address) VALUES (1, 'a@b.c')",
  'SELECT * FROM contacts',
  'INSERT INTO events VALUES (1, now())',
  'SELECT id, email FROM active_users WHERE id = 1',
  'SELECT u.full_name, u.account_age FROM users u WHERE u.id = 1',
  'SELECT slugify(name) FROM users WHERE id = 1',
  'SELECT total_of(1)',
  'SELECT place_order(1, 2, 3)',
  "SELECT 'a@b.c'::email",
  'CREATE TABLE invoices (id bigint)',
  'COPY users (id, email) FROM STDIN',
  'SELECT id, during FROM measures',
  'INSERT INTO measures VALUES (1, span(1, 2))',
  "UPDATE measures SET during = '[1,2)' WHERE id = 1",
] as const
