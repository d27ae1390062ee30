-- The ledger's first shape. Days are ISO dates, inclusive; an end that is open is 0001-01-01 or 9999-12-31, so that
-- days compare as text. Folded columns hold words in lower case without diacritics, a space on either side of each.

PRAGMA application_id = 1396791635; -- "SAYS" in ASCII

-- What is kept ---------------------------------------------------------------------------------------------------
-- Rows of these tables are never changed and never removed.

CREATE TABLE originals (
  serial INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size   INTEGER NOT NULL, -- bytes before compression
  body   BLOB NOT NULL     -- zlib
);

-- A report's outlet, title, url, language and days are those of its newest reading; id, text and added_at never change.
CREATE TABLE reports (
  serial             INTEGER PRIMARY KEY,
  id                 TEXT NOT NULL UNIQUE,
  text_sha256        TEXT NOT NULL,
  added_at           TEXT NOT NULL,
  outlet             TEXT,
  outlet_folded      TEXT NOT NULL,
  title              TEXT,
  url                TEXT,
  language           TEXT NOT NULL,
  published_earliest TEXT,
  published_latest   TEXT,
  published_basis    TEXT
);

-- The same bytes may give several reports, and one report may be told by several originals (a page fetched twice).
CREATE TABLE report_originals (
  serial     INTEGER PRIMARY KEY,
  report     INTEGER NOT NULL REFERENCES reports,
  original   INTEGER NOT NULL REFERENCES originals,
  media_type TEXT NOT NULL,
  added_at   TEXT NOT NULL,
  UNIQUE (report, original)
);

CREATE TABLE readings (
  serial         INTEGER PRIMARY KEY,
  report         INTEGER NOT NULL REFERENCES reports,
  reader_name    TEXT,
  reader_version TEXT,
  models         TEXT,          -- JSON: name to SHA-256
  record         TEXT NOT NULL, -- the report's line of JSON, as printed
  added_at       TEXT NOT NULL
);

CREATE TRIGGER originals_stay BEFORE UPDATE ON originals
BEGIN SELECT raise(ABORT, 'an original is never changed'); END;
CREATE TRIGGER originals_remain BEFORE DELETE ON originals
BEGIN SELECT raise(ABORT, 'an original is never removed'); END;
CREATE TRIGGER readings_stay BEFORE UPDATE ON readings
BEGIN SELECT raise(ABORT, 'a reading is never changed'); END;
CREATE TRIGGER readings_remain BEFORE DELETE ON readings
BEGIN SELECT raise(ABORT, 'a reading is never removed'); END;
CREATE TRIGGER reports_stay BEFORE UPDATE OF id, text_sha256, added_at ON reports
BEGIN SELECT raise(ABORT, 'a report is never changed'); END;
CREATE TRIGGER reports_remain BEFORE DELETE ON reports
BEGIN SELECT raise(ABORT, 'a report is never removed'); END;

-- The newest reading of each report, laid out for questions -------------------------------------------------------
-- All of this can be worked out again from `readings`.

CREATE TABLE speakers (
  serial      INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  side        TEXT,
  folded      TEXT NOT NULL,
  side_folded TEXT NOT NULL
);

CREATE TABLE place_names (
  serial INTEGER PRIMARY KEY,
  folded TEXT NOT NULL UNIQUE -- all that one place is called: in the report, by the gazetteer
);

CREATE TABLE claims (
  serial       INTEGER PRIMARY KEY,
  report       INTEGER NOT NULL REFERENCES reports,
  ordinal      INTEGER NOT NULL,
  id           TEXT NOT NULL,
  voice        TEXT NOT NULL,
  form         TEXT NOT NULL,
  stance       TEXT NOT NULL,
  speaker      INTEGER REFERENCES speakers,
  negated      INTEGER NOT NULL,
  confidence   REAL NOT NULL,
  words        TEXT NOT NULL,
  source_words TEXT NOT NULL,
  cue_words    TEXT NOT NULL,
  earliest     TEXT,
  latest       TEXT,
  day          TEXT CHECK (day IN ('event', 'published')), -- whose days they are; none where nobody knows
  record       TEXT NOT NULL,
  UNIQUE (report, ordinal)
);

CREATE TABLE relays (
  claim   INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- outermost first
  name    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  folded  TEXT NOT NULL,
  PRIMARY KEY (claim, ordinal)
) WITHOUT ROWID;

CREATE TABLE quantities (
  serial  INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES reports,
  id      TEXT NOT NULL,
  value   REAL,
  low     REAL,
  high    REAL,
  hedge   TEXT NOT NULL,
  unit    TEXT,
  counted TEXT,
  measure TEXT NOT NULL,
  change  TEXT,
  record  TEXT NOT NULL
);

CREATE TABLE times (
  serial   INTEGER PRIMARY KEY,
  report   INTEGER NOT NULL REFERENCES reports,
  id       TEXT NOT NULL,
  type     TEXT NOT NULL,
  value    TEXT NOT NULL,
  earliest TEXT,
  latest   TEXT,
  record   TEXT NOT NULL
);

CREATE TABLE places (
  serial       INTEGER PRIMARY KEY,
  report       INTEGER NOT NULL REFERENCES reports,
  id           TEXT NOT NULL,
  names        INTEGER NOT NULL REFERENCES place_names,
  kind         TEXT NOT NULL,
  country      TEXT,
  latitude     REAL,
  longitude    REAL,
  gazetteer_id TEXT,
  literal      INTEGER NOT NULL,
  record       TEXT NOT NULL
);

CREATE TABLE claim_quantities (
  claim    INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  ordinal  INTEGER NOT NULL,
  quantity INTEGER NOT NULL REFERENCES quantities ON DELETE CASCADE,
  PRIMARY KEY (claim, ordinal)
) WITHOUT ROWID;

CREATE TABLE claim_times (
  claim   INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  time    INTEGER NOT NULL REFERENCES times ON DELETE CASCADE,
  PRIMARY KEY (claim, ordinal)
) WITHOUT ROWID;

CREATE TABLE claim_places (
  claim   INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  place   INTEGER NOT NULL REFERENCES places ON DELETE CASCADE,
  PRIMARY KEY (claim, ordinal)
) WITHOUT ROWID;

-- The order of every answer: known days first, then the report's id.
CREATE INDEX reports_in_order ON reports (published_earliest IS NULL, published_earliest, id);
CREATE INDEX reports_by_outlet ON reports (outlet_folded);
CREATE INDEX report_originals_by_original ON report_originals (original);
CREATE INDEX readings_by_report ON readings (report);
CREATE UNIQUE INDEX speakers_once ON speakers (name, kind, ifnull(side, ''));
CREATE INDEX speakers_by_side ON speakers (side_folded);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_speaker ON claims (speaker);
CREATE INDEX claims_by_day ON claims (earliest, latest);
CREATE INDEX quantities_by_report ON quantities (report);
CREATE INDEX quantities_by_measure ON quantities (measure);
CREATE INDEX times_by_report ON times (report);
CREATE INDEX places_by_report ON places (report);
CREATE INDEX places_by_name ON places (names) WHERE literal;
CREATE INDEX places_by_country ON places (country) WHERE literal;
CREATE INDEX claim_quantities_back ON claim_quantities (quantity);
CREATE INDEX claim_times_back ON claim_times (time);
CREATE INDEX claim_places_back ON claim_places (place);

-- What lies on the map: a name that stands for a government does not. No triggers fill this table and the next two,
-- because a connection that trusts no schema would not run them.
CREATE VIRTUAL TABLE place_boxes USING rtree (place, south, north, west, east);

-- Contentless: the words stand in `claims` and `readings` already.
CREATE VIRTUAL TABLE claim_words USING fts5 (
  words, speaker, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE report_words USING fts5 (
  title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
