CREATE TABLE "apis" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"exposure" text NOT NULL,
	"data_class" text NOT NULL,
	"criticality" text NOT NULL,
	"tier" text NOT NULL,
	"lifecycle" text NOT NULL,
	"application_id" uuid,
	"hosts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"repository" text,
	"protections" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"registered_by" uuid,
	"owner_team_id" uuid,
	"owner_term_id" uuid,
	"owner_since" timestamp with time zone,
	"owner_confirmed_at" timestamp with time zone,
	"offered_team_id" uuid,
	"offered_by" uuid,
	"offered_at" timestamp with time zone,
	"latest_revision_id" uuid,
	"production_revision_id" uuid,
	"revision_count" integer DEFAULT 0 NOT NULL,
	"risk_score" integer DEFAULT 0 NOT NULL,
	"risk_level" text DEFAULT 'low' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"team_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "ownership_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"accepted_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);

CREATE TABLE "risk_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "risk_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"api_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"score" integer NOT NULL,
	"level" text NOT NULL,
	"contributions" jsonb NOT NULL,
	"tier" text NOT NULL,
	"lifecycle" text NOT NULL,
	"ownership" text NOT NULL,
	"owner_team_id" uuid,
	"outcome" text NOT NULL,
	"sign_off" text NOT NULL,
	"severe_findings" integer NOT NULL
);

CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subjects" text[] NOT NULL,
	"event" text NOT NULL
);

CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" text NOT NULL,
	"headers" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_key_pk" PRIMARY KEY("actor","key")
);

CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"sealed_private" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone
);

CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid,
	"api_slug" text NOT NULL,
	"environment" text NOT NULL,
	"revision_id" uuid,
	"digest" text,
	"material_digest" text,
	"outcome" text NOT NULL,
	"enforced" boolean NOT NULL,
	"allowed" boolean NOT NULL,
	"reasons" jsonb NOT NULL,
	"evaluated_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"artifact" jsonb,
	"source" jsonb,
	"actor" text NOT NULL,
	"emergency_id" uuid,
	"attestation" jsonb
);

CREATE TABLE "deployments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"environment" text NOT NULL,
	"revision_id" uuid,
	"decision_id" uuid,
	"gated" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"source" jsonb,
	"actor" text NOT NULL
);

CREATE TABLE "emergencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"team_id" uuid,
	"environment" text NOT NULL,
	"reason" text NOT NULL,
	"incident_url" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_decision_id" uuid,
	"reviewed_by" text,
	"reviewed_at" timestamp with time zone,
	"outcome" text,
	"comment" text,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "environments" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"order" integer NOT NULL,
	"gate" text NOT NULL,
	"frozen" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "exceptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"finding_id" uuid,
	"item_key" text,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"step" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"comment" text,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "policies" (
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "policies_key_version_pk" PRIMARY KEY("key","version")
);

CREATE TABLE "posture" (
	"api_id" uuid NOT NULL,
	"environment" text NOT NULL,
	"outcome" text NOT NULL,
	"allowed" boolean NOT NULL,
	"reason_codes" text[] NOT NULL,
	"sign_off" text NOT NULL,
	"sign_off_valid_until" timestamp with time zone,
	"refresh_at" timestamp with time zone,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "posture_api_id_environment_pk" PRIMARY KEY("api_id","environment")
);

CREATE TABLE "promotions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"environment" text NOT NULL,
	"revision_id" uuid,
	"decision_id" uuid NOT NULL,
	"deploy" jsonb,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL
);

CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);

CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "service_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"scopes" text[] NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);

CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"person_id" uuid,
	"service_account_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);

CREATE TABLE "checklists" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"items" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "checklists_id_version_pk" PRIMARY KEY("id","version")
);

CREATE TABLE "review_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"step" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "review_items" (
	"review_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"question" text NOT NULL,
	"answer" text,
	"evidence" text,
	"prefilled" boolean DEFAULT false NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "review_items_review_id_key_pk" PRIMARY KEY("review_id","key")
);

CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"environment" text NOT NULL,
	"revision_id" uuid NOT NULL,
	"material_digest" text NOT NULL,
	"term_id" uuid,
	"team_id" uuid,
	"checklist_id" text NOT NULL,
	"checklist_version" integer NOT NULL,
	"state" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "sign_offs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"api_id" uuid NOT NULL,
	"environment" text NOT NULL,
	"material_digest" text NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"checklist_id" text NOT NULL,
	"checklist_version" integer NOT NULL,
	"answers_hash" text NOT NULL,
	"term_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"revoked_reason" text
);

CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"source" text NOT NULL,
	"fingerprint" text NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"owasp" text[] NOT NULL,
	"title" text NOT NULL,
	"why" text NOT NULL,
	"fix" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"fixed_at" timestamp with time zone,
	"reintroduced_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);

CREATE TABLE "operations" (
	"revision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"operation_id" text,
	"summary" text,
	"tags" text[] NOT NULL,
	"deprecated" boolean NOT NULL,
	"authenticated" boolean,
	"security" text[] NOT NULL,
	"pointer" text NOT NULL,
	CONSTRAINT "operations_revision_id_position_pk" PRIMARY KEY("revision_id","position")
);

CREATE TABLE "revision_contents" (
	"digest" text PRIMARY KEY NOT NULL,
	"gzip" "bytea" NOT NULL
);

CREATE TABLE "revision_findings" (
	"revision_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"occurrences" integer NOT NULL,
	"operations" text[] NOT NULL,
	"operation_count" integer NOT NULL,
	"pointers" text[] NOT NULL,
	CONSTRAINT "revision_findings_revision_id_finding_id_pk" PRIMARY KEY("revision_id","finding_id")
);

CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"api_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"digest" text NOT NULL,
	"material_digest" text NOT NULL,
	"format" text NOT NULL,
	"media_type" text NOT NULL,
	"title" text NOT NULL,
	"version" text NOT NULL,
	"operation_count" integer NOT NULL,
	"features" text[] NOT NULL,
	"servers" jsonb NOT NULL,
	"size" integer NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"imported_from" text,
	"scan_state" text NOT NULL,
	"scan_rule_set" text,
	"scan_score" integer,
	"scan_grade" text,
	"scan_counts" jsonb
);

CREATE TABLE "memberships" (
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_team_id_person_id_pk" PRIMARY KEY("team_id","person_id")
);

CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"path" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

ALTER TABLE "apis" ADD CONSTRAINT "apis_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "apis" ADD CONSTRAINT "apis_registered_by_people_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "apis" ADD CONSTRAINT "apis_owner_team_id_teams_id_fk" FOREIGN KEY ("owner_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "apis" ADD CONSTRAINT "apis_offered_team_id_teams_id_fk" FOREIGN KEY ("offered_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "apis" ADD CONSTRAINT "apis_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "applications" ADD CONSTRAINT "applications_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "ownership_terms" ADD CONSTRAINT "ownership_terms_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "ownership_terms" ADD CONSTRAINT "ownership_terms_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "risk_history" ADD CONSTRAINT "risk_history_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "posture" ADD CONSTRAINT "posture_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_service_account_id_service_accounts_id_fk" FOREIGN KEY ("service_account_id") REFERENCES "public"."service_accounts"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "findings" ADD CONSTRAINT "findings_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "operations" ADD CONSTRAINT "operations_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "revision_findings" ADD CONSTRAINT "revision_findings_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "revision_findings" ADD CONSTRAINT "revision_findings_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_api_id_apis_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "teams" ADD CONSTRAINT "teams_parent_id_teams_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "apis_slug" ON "apis" USING btree ("slug");
CREATE INDEX "apis_name" ON "apis" USING btree (lower("name"),"id");
CREATE INDEX "apis_owner" ON "apis" USING btree ("owner_team_id","id");
CREATE INDEX "apis_offered" ON "apis" USING btree ("offered_team_id") WHERE "apis"."offered_team_id" is not null;
CREATE INDEX "apis_application" ON "apis" USING btree ("application_id","id");
CREATE INDEX "apis_risk" ON "apis" USING btree ("risk_score","id");
CREATE INDEX "apis_tier" ON "apis" USING btree ("tier","id");
CREATE INDEX "apis_created" ON "apis" USING btree ("created_at","id");
CREATE INDEX "apis_updated" ON "apis" USING btree ("updated_at","id");
CREATE INDEX "apis_repository" ON "apis" USING btree ("repository") WHERE "apis"."repository" is not null;
CREATE INDEX "apis_search" ON "apis" USING gin (to_tsvector('simple', "name" || ' ' || replace("slug", '-', ' ') || ' ' || "slug" || ' ' || "description"));
CREATE UNIQUE INDEX "applications_slug" ON "applications" USING btree ("slug");
CREATE INDEX "applications_team" ON "applications" USING btree ("team_id");
CREATE INDEX "applications_name" ON "applications" USING btree (lower("name"),"id");
CREATE INDEX "ownership_terms_api" ON "ownership_terms" USING btree ("api_id","started_at");
CREATE INDEX "ownership_terms_team" ON "ownership_terms" USING btree ("team_id");
CREATE INDEX "risk_history_api" ON "risk_history" USING btree ("api_id","at");
CREATE INDEX "risk_history_at" ON "risk_history" USING btree ("at");
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor","seq");
CREATE INDEX "audit_events_action" ON "audit_events" USING btree ("action","seq");
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at","seq");
CREATE INDEX "audit_events_subjects" ON "audit_events" USING gin ("subjects");
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");
CREATE INDEX "decisions_api" ON "decisions" USING btree ("api_id","evaluated_at");
CREATE INDEX "decisions_environment" ON "decisions" USING btree ("environment","evaluated_at");
CREATE INDEX "deployments_api" ON "deployments" USING btree ("api_id","environment","at");
CREATE INDEX "deployments_at" ON "deployments" USING btree ("at","id");
CREATE INDEX "emergencies_api" ON "emergencies" USING btree ("api_id","environment");
CREATE INDEX "emergencies_team" ON "emergencies" USING btree ("team_id") WHERE "emergencies"."reviewed_at" is null;
CREATE INDEX "emergencies_opened" ON "emergencies" USING btree ("opened_at","id");
CREATE INDEX "exceptions_api" ON "exceptions" USING btree ("api_id");
CREATE INDEX "exceptions_step" ON "exceptions" USING btree ("step","expires_at","id");
CREATE INDEX "posture_outcome" ON "posture" USING btree ("environment","outcome","api_id");
CREATE INDEX "posture_sign_off" ON "posture" USING btree ("environment","sign_off","api_id");
CREATE INDEX "posture_refresh" ON "posture" USING btree ("refresh_at") WHERE "posture"."refresh_at" is not null;
CREATE INDEX "promotions_api" ON "promotions" USING btree ("api_id","environment","at");
CREATE INDEX "identities_person" ON "identities" USING btree ("person_id");
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");
CREATE INDEX "people_name" ON "people" USING btree (lower("name"),"id");
CREATE INDEX "people_role" ON "people" USING btree ("role");
CREATE UNIQUE INDEX "service_accounts_slug" ON "service_accounts" USING btree ("slug");
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");
CREATE UNIQUE INDEX "tokens_hash" ON "tokens" USING btree ("hash");
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id");
CREATE INDEX "tokens_service_account" ON "tokens" USING btree ("service_account_id");
CREATE INDEX "review_comments_review" ON "review_comments" USING btree ("review_id","id");
CREATE INDEX "reviews_api" ON "reviews" USING btree ("api_id","environment","created_at");
CREATE INDEX "reviews_state" ON "reviews" USING btree ("state","due_at","id");
CREATE INDEX "reviews_requested_by" ON "reviews" USING btree ("requested_by","id");
CREATE INDEX "reviews_waiting" ON "reviews" USING btree ("team_id","id") WHERE "reviews"."state" = 'open';
CREATE UNIQUE INDEX "sign_offs_role" ON "sign_offs" USING btree ("review_id","role") WHERE "sign_offs"."revoked_at" is null;
CREATE UNIQUE INDEX "sign_offs_person" ON "sign_offs" USING btree ("review_id","person_id") WHERE "sign_offs"."revoked_at" is null;
CREATE INDEX "sign_offs_api" ON "sign_offs" USING btree ("api_id","environment","at");
CREATE INDEX "sign_offs_expiry" ON "sign_offs" USING btree ("expires_at");
CREATE UNIQUE INDEX "findings_fingerprint" ON "findings" USING btree ("api_id","source","fingerprint");
CREATE INDEX "findings_state" ON "findings" USING btree ("state","severity","id");
CREATE INDEX "findings_rule" ON "findings" USING btree ("rule","id");
CREATE INDEX "findings_due" ON "findings" USING btree ("due_at") WHERE "findings"."state" in ('open', 'acknowledged');
CREATE INDEX "revision_findings_finding" ON "revision_findings" USING btree ("finding_id");
CREATE UNIQUE INDEX "revisions_digest" ON "revisions" USING btree ("api_id","digest");
CREATE UNIQUE INDEX "revisions_number" ON "revisions" USING btree ("api_id","number");
CREATE INDEX "revisions_material" ON "revisions" USING btree ("api_id","material_digest");
CREATE INDEX "revisions_rule_set" ON "revisions" USING btree ("scan_rule_set");
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");
CREATE UNIQUE INDEX "teams_slug" ON "teams" USING btree ("slug");
CREATE INDEX "teams_parent" ON "teams" USING btree ("parent_id");
CREATE INDEX "teams_path" ON "teams" USING gin ("path");
CREATE INDEX "teams_name" ON "teams" USING btree (lower("name"),"id");