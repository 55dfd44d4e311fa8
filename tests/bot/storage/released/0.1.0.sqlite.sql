-- The database of release 0.1.0 on SQLite: tables and a few rows.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE cards (
	chat BIGINT NOT NULL, 
	message BIGINT NOT NULL, 
	person TEXT NOT NULL, 
	project TEXT, 
	question TEXT NOT NULL, 
	record TEXT NOT NULL, 
	field TEXT NOT NULL, 
	CONSTRAINT pk_cards PRIMARY KEY (chat, message)
);
CREATE TABLE history (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	project TEXT NOT NULL, 
	question TEXT NOT NULL, 
	record TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	CONSTRAINT fk_history_project FOREIGN KEY(project) REFERENCES projects (id) ON DELETE CASCADE
);
CREATE TABLE outbox (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	chat BIGINT NOT NULL, 
	person TEXT NOT NULL, 
	project TEXT, 
	kind TEXT NOT NULL, 
	edit BIGINT, 
	owed_at DATETIME NOT NULL, 
	payload JSON NOT NULL
);
CREATE TABLE people (
	id TEXT NOT NULL, 
	language TEXT, 
	reachable BOOLEAN NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (id)
);
CREATE TABLE places (
	chat BIGINT NOT NULL, 
	person TEXT NOT NULL, 
	project TEXT, 
	message BIGINT, 
	spot JSON NOT NULL, 
	CONSTRAINT pk_places PRIMARY KEY (chat, person)
);
CREATE TABLE projects (
	id TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	answers JSON NOT NULL, 
	CONSTRAINT pk_projects PRIMARY KEY (id)
);
CREATE TABLE seats (
	person TEXT NOT NULL, 
	project TEXT NOT NULL, 
	role TEXT NOT NULL, 
	CONSTRAINT pk_seats PRIMARY KEY (person, project), 
	CONSTRAINT fk_seats_project FOREIGN KEY(project) REFERENCES projects (id) ON DELETE CASCADE
);
CREATE TABLE updates_seen (
	id INTEGER NOT NULL, 
	claimed_at DATETIME NOT NULL, 
	CONSTRAINT pk_updates_seen PRIMARY KEY (id)
);
CREATE INDEX ix_seats_project ON seats (project);
CREATE INDEX ix_places_person ON places (person);
CREATE INDEX ix_places_project ON places (project);
CREATE INDEX ix_cards_person ON cards (person);
CREATE INDEX ix_cards_project ON cards (project);
CREATE INDEX ix_outbox_chat_id ON outbox (chat, id);
CREATE INDEX ix_history_project_id ON history (project, id);

INSERT INTO projects (id, revision, title, created_at, changed_at, answers) VALUES ('k3n0ra27', 7, 'Kenora Local Immigration Partnership', '2026-11-22 15:00:00.000000', '2026-11-23 09:30:00.000000', '{"id": "k3n0ra27", "cycle": 2026, "state": "council", "definitions": 1, "steps": {"profile": "confirmed", "council": "asking"}, "answers": {"profile.name_en": {"state": "given", "value": "Kenora Local Immigration Partnership", "wording": {}, "revision": 1, "by": "1001", "at": "2026-11-22T10:00:00-05:00", "source": "typed", "message": 4, "parts": []}, "council.members": {"state": "given", "value": [{"id": "r1", "values": {"person": "Aïcha Côté", "organization": "Ville de Kenora"}, "revision": 3, "messages": {"person": 12}}], "wording": {}, "revision": 5, "by": "1001", "at": "2026-11-22T10:05:00-05:00", "source": "typed", "message": 12, "parts": []}}, "last_record": 1, "revision": 7, "created": "2026-11-22", "last_changes": [], "consented": ["council.members"], "export_version": 1}');
INSERT INTO people (id, language, reachable) VALUES ('1001', 'fr', true);
INSERT INTO people (id, language, reachable) VALUES ('1002', NULL, false);
INSERT INTO seats (person, project, role) VALUES ('1001', 'k3n0ra27', 'coordinator');
INSERT INTO places (chat, person, project, message, spot) VALUES (1001, '1001', 'k3n0ra27', 14, '{"screen": "question", "step": "council", "question": "council.members", "record": "r1", "field": "person", "page": 0, "value": "", "changing": false, "heard": 12}');
INSERT INTO cards (chat, message, person, project, question, record, field) VALUES (1001, 14, '1001', 'k3n0ra27', 'council.members', 'r1', 'person');
INSERT INTO updates_seen (id, claimed_at) VALUES (812345678901, '2026-11-23 09:30:00.000000');
INSERT INTO outbox (chat, person, project, kind, edit, owed_at, payload) VALUES (1001, '1001', 'k3n0ra27', 'card', 14, '2026-11-23 09:30:00.000000', '{"messages": [{"text_html": "<b>Conseil</b>", "plain": "Conseil", "keyboard": [[{"text": "Accueil", "data": "1.k3n0ra27.0000.0.home...", "url": null}]]}], "asked": null, "project": "k3n0ra27", "kept": true, "needed": false}');
INSERT INTO history (project, question, record, "by", at, before, after) VALUES ('k3n0ra27', 'council.members', 'r1', '1001', '2026-11-22T10:05:00-05:00', NULL, '{"id": "r1", "values": {"person": "Aïcha Côté"}}');
