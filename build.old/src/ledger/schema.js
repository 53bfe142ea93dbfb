/** Refuses to change or delete rows of an append-only table. */
export function appendOnly(table) {
    return `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT raise(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT raise(ABORT, '${table} is append-only'); END;`;
}
/** Rows stay, and every change moves \`seq\` on, so that "all rows after seq" is what a hub has not seen yet. */
export function streamed(table) {
    return `
CREATE TRIGGER ${table}_seq AFTER UPDATE ON ${table} WHEN new.seq = old.seq
  BEGIN UPDATE ${table} SET seq = (SELECT max(seq) + 1 FROM ${table}) WHERE n = new.n; END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT raise(ABORT, 'rows of ${table} stay'); END;`;
}
/**
 * Version 1. Instants are milliseconds. Ids are text, \`<bot>-<letter><n>\`; \`n\` counts within one ledger.
 * Personal data: people.name, inbox.sealed, excerpts.text, actions.text, cases.summary; each can be erased.
 */
export const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE people (
  n INTEGER PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE,
  grp TEXT, key_digest TEXT UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, erased INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX people_grp ON people (grp, n);
${streamed('people')}

CREATE TABLE rule_sets (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, sources BLOB NOT NULL, at INTEGER NOT NULL);
${appendOnly('rule_sets')}

CREATE TABLE rule_orders (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, rules TEXT NOT NULL);
${appendOnly('rule_orders')}

CREATE TABLE events (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, grp TEXT NOT NULL, at INTEGER NOT NULL,
  member TEXT REFERENCES people (id), role TEXT NOT NULL, kind TEXT NOT NULL,
  digest TEXT NOT NULL, length INTEGER NOT NULL, late INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
  meta TEXT NOT NULL, decided INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX events_at ON events (at);
CREATE INDEX events_undecided ON events (seq) WHERE decided = 0;
CREATE TRIGGER events_keep BEFORE UPDATE OF seq, id, grp, at, member, role, kind, digest, length, late, recorded_at, meta ON events
  BEGIN SELECT raise(ABORT, 'events is append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'events is append-only'); END;

CREATE TABLE inbox (event_id TEXT PRIMARY KEY REFERENCES events (id), sealed BLOB NOT NULL, expires_at INTEGER NOT NULL);
CREATE INDEX inbox_expires ON inbox (expires_at);

CREATE TABLE private_messages (id TEXT PRIMARY KEY, person TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
${appendOnly('private_messages')}

CREATE TABLE accesses (
  seq INTEGER PRIMARY KEY, event_id TEXT NOT NULL, reader TEXT NOT NULL, at INTEGER NOT NULL, found INTEGER NOT NULL
);
CREATE INDEX accesses_at ON accesses (at);
${appendOnly('accesses')}

CREATE TABLE decisions (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL REFERENCES events (id),
  grp TEXT NOT NULL, at INTEGER NOT NULL, committed_at INTEGER NOT NULL,
  rule TEXT, category TEXT, topic TEXT, respond TEXT NOT NULL, severity TEXT, recipient TEXT,
  supersedes TEXT UNIQUE REFERENCES decisions (id), rule_set TEXT NOT NULL REFERENCES rule_sets (hash), case_id TEXT,
  detail BLOB NOT NULL, excerpt_digest TEXT, hash TEXT NOT NULL
);
CREATE UNIQUE INDEX decisions_once ON decisions (event_id) WHERE supersedes IS NULL;
CREATE INDEX decisions_event ON decisions (event_id, seq);
CREATE INDEX decisions_at ON decisions (at);
CREATE INDEX decisions_grp ON decisions (grp, at);
CREATE INDEX decisions_category ON decisions (category, at) WHERE category IS NOT NULL;
CREATE INDEX decisions_case ON decisions (case_id) WHERE case_id IS NOT NULL;
${appendOnly('decisions')}

CREATE TABLE chain_head (one INTEGER PRIMARY KEY CHECK (one = 1), length INTEGER NOT NULL, hash TEXT NOT NULL, seal TEXT NOT NULL);

CREATE TABLE excerpts (
  decision_id TEXT PRIMARY KEY REFERENCES decisions (id), class TEXT NOT NULL, at INTEGER NOT NULL,
  salt TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX excerpts_at ON excerpts (class, at);

CREATE TABLE remembered (
  n INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE REFERENCES events (id), grp TEXT NOT NULL, at INTEGER NOT NULL,
  member TEXT, role TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL, length INTEGER NOT NULL,
  rule TEXT, category TEXT, topic TEXT, respond TEXT NOT NULL, severity TEXT, question INTEGER NOT NULL,
  notice TEXT, notice_until INTEGER
);
CREATE INDEX remembered_at ON remembered (grp, at, n);
CREATE INDEX remembered_member ON remembered (grp, member, at, n) WHERE member IS NOT NULL;
CREATE INDEX remembered_digest ON remembered (grp, digest, at, n) WHERE digest <> '';
CREATE INDEX remembered_topic ON remembered (grp, topic, at, n) WHERE topic IS NOT NULL;
CREATE INDEX remembered_category ON remembered (grp, category, at, n) WHERE category IS NOT NULL;
CREATE INDEX remembered_severity ON remembered (grp, severity, at, n) WHERE severity IS NOT NULL;
CREATE INDEX remembered_flagged ON remembered (grp, at, n) WHERE respond <> 'allow';
CREATE INDEX remembered_notice ON remembered (grp, notice_until) WHERE notice IS NOT NULL;

CREATE TABLE actions (
  n INTEGER PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE,
  cause TEXT NOT NULL, part INTEGER NOT NULL, decision_id TEXT, decided_at INTEGER NOT NULL,
  kind TEXT NOT NULL, grp TEXT NOT NULL, person TEXT, target TEXT NOT NULL, recipient TEXT,
  text TEXT NOT NULL, text_salt TEXT, text_digest TEXT NOT NULL,
  topic TEXT, category TEXT, severity TEXT, not_before INTEGER NOT NULL, expires_at INTEGER NOT NULL, message_id TEXT, channel TEXT,
  due_at INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, sending_at INTEGER,
  sent_as TEXT, settled_at INTEGER, error TEXT,
  UNIQUE (cause, part)
);
CREATE INDEX actions_owed ON actions (due_at, n) WHERE state = 'owed';
CREATE INDEX actions_now_sending ON actions (n) WHERE state = 'sending';
CREATE INDEX actions_unknown ON actions (n) WHERE state = 'unknown';
CREATE INDEX actions_grp ON actions (grp, decided_at, n);
CREATE INDEX actions_target ON actions (target, decided_at, n);
CREATE INDEX actions_decided ON actions (decided_at, n);
CREATE INDEX actions_sending ON actions (sending_at) WHERE sending_at IS NOT NULL;
CREATE INDEX actions_sent_as ON actions (sent_as) WHERE sent_as IS NOT NULL;
CREATE INDEX actions_settled ON actions (settled_at) WHERE text_salt IS NOT NULL;
CREATE TRIGGER actions_keep
  BEFORE UPDATE OF n, id, cause, part, decision_id, decided_at, kind, grp, person, target, recipient, text_digest, topic, category,
    severity, not_before, expires_at, message_id, channel ON actions
  BEGIN SELECT raise(ABORT, 'what an action owes does not change'); END;
CREATE TRIGGER actions_text BEFORE UPDATE OF text ON actions WHEN new.text <> '' AND new.text <> old.text
  BEGIN SELECT raise(ABORT, 'the text of an action does not change'); END;
${streamed('actions')}

CREATE TABLE cases (
  n INTEGER PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, code TEXT NOT NULL,
  kind TEXT NOT NULL, severity TEXT NOT NULL, category TEXT NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL, about TEXT,
  deadline INTEGER NOT NULL, summary TEXT NOT NULL, grp TEXT NOT NULL, decision_id TEXT NOT NULL, opened_at INTEGER NOT NULL,
  state TEXT NOT NULL, step INTEGER NOT NULL, closed_at INTEGER, closed_by TEXT
);
CREATE UNIQUE INDEX cases_open_code ON cases (code) WHERE state IN ('waiting', 'open', 'passed');
CREATE UNIQUE INDEX cases_open_key ON cases (grp, key) WHERE state IN ('waiting', 'open', 'passed');
CREATE INDEX cases_open_deadline ON cases (deadline) WHERE state IN ('waiting', 'open', 'passed');
CREATE INDEX cases_closed ON cases (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_code ON cases (code, n);
${streamed('cases')}

CREATE TABLE case_moves (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL REFERENCES cases (id),
  by TEXT NOT NULL, channel TEXT NOT NULL, what TEXT NOT NULL, at INTEGER NOT NULL,
  from_state TEXT, from_step INTEGER, to_state TEXT NOT NULL, to_step INTEGER NOT NULL
);
CREATE INDEX case_moves_case ON case_moves (case_id, seq);
${appendOnly('case_moves')}

CREATE TABLE feedback (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, decision_id TEXT NOT NULL REFERENCES decisions (id), case_id TEXT,
  kind TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
  UNIQUE (decision_id, kind, by)
);
${appendOnly('feedback')}

CREATE TABLE gaps (seq INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER NOT NULL, reason TEXT NOT NULL, UNIQUE (began, ended, reason));
${appendOnly('gaps')}

CREATE TABLE job_runs (job TEXT PRIMARY KEY, due INTEGER NOT NULL) WITHOUT ROWID;
`;
/** Version 3. Who joined with a join (its \`member\` is who brought them in), and parents' questions until they are answered. */
export const third = `
CREATE TABLE joined (n INTEGER NOT NULL REFERENCES remembered (n), member TEXT NOT NULL, PRIMARY KEY (member, n)) WITHOUT ROWID;
CREATE INDEX joined_event ON joined (n);

CREATE TABLE questions (
  n INTEGER PRIMARY KEY, decision_id TEXT NOT NULL UNIQUE REFERENCES decisions (id), grp TEXT NOT NULL, asker TEXT NOT NULL,
  at INTEGER NOT NULL, health INTEGER NOT NULL, asked INTEGER NOT NULL DEFAULT 1, closed_at INTEGER, closed_by TEXT
);
CREATE INDEX questions_open ON questions (grp, at) WHERE closed_at IS NULL;
CREATE INDEX questions_at ON questions (grp, at);
`;
//# sourceMappingURL=schema.js.map