export interface paths {
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Closing_closing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Forms_entered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Forms_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Forms_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Forms_read"];
        put: operations["Forms_correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Forms_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{kind}/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Forms_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Kinds_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Kinds_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Mappings_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mappings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Mappings_find"];
        put: operations["Mappings_put"];
        post?: never;
        delete: operations["Mappings_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Merges_list"];
        put?: never;
        post: operations["Merges_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Merges_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Merges_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Quarantine_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Quarantine_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Quarantine_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Quarantine_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Quarantine_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportReports_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/warnings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportReports_warnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportReports_rejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportReports_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Policies_list"];
        put?: never;
        post: operations["Policies_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Policies_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Policies_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Calendars_years"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scoring/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Runs_list"];
        put?: never;
        post: operations["Runs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scoring/runs/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Runs_latest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scoring/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Runs_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Freshness_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freshness/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Freshness_untilScored"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rankings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rankings_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rankings/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rankings_distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Processes_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FollowUps_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-ups/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FollowUps_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cadres_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cadres_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cadres_score"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cadres_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cadres_dossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Board_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Board_breaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{caseNo}/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Gate_ask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{caseNo}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Seals_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{caseNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dossier_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Replies_list"];
        put?: never;
        post: operations["Replies_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/replies/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Replies_supersede"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/replies/{ref}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Replies_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/replies/{ref}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Replies_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Links_list"];
        put?: never;
        post: operations["Links_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/links/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Links_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/heard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Heard_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/heard/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Heard_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/heard/replies/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Heard_supersede"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/heard/replies/{ref}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Heard_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sheet_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cadres/{staffNo}/sign-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SignOffs_list"];
        put?: never;
        post: operations["SignOffs_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/talk-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TalkProposals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/talk-proposals/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TalkProposals_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/talk-proposals/{number}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TalkProposals_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/talk-proposals/{number}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TalkProposals_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/finding-marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FindingMarks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/random-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RandomChecks_list"];
        put?: never;
        post: operations["RandomChecks_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/random-checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RandomChecks_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/random-checks/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RandomChecks_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Units_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Units_names"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/summaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Units_summaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{code}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Units_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Session_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Session_show"];
        put?: never;
        post: operations["Session_signIn"];
        delete: operations["Session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Session_redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["OwnSignIn_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["OwnSignIn_confirmTotp"];
        post: operations["OwnSignIn_beginTotp"];
        delete: operations["OwnSignIn_removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OwnSignIn_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["OwnSignIn_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Users_list"];
        put?: never;
        post: operations["Users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Users_show"];
        put: operations["Users_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Users_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Users_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Users_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Users_recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/recusals/{staffNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Users_endRecusal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Tokens_list"];
        put?: never;
        post: operations["Tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Tokens_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/first-import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FirstImports_ofImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FirstImports_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-imports/{kind}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FirstImports_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PolicyPreview_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exports_list"];
        put?: never;
        post: operations["Exports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exports_show"];
        put: operations["Exports_replace"];
        post?: never;
        delete: operations["Exports_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exports_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exports_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/runs/{runId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exports_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit_lookers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/unusual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit_unusualDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Audit_checkpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Backups_list"];
        put?: never;
        post: operations["Backups_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Backups_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Retention_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Retention_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Retention_removals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Erasures_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SavedViews_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/{page}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SavedViews_put"];
        post?: never;
        delete: operations["SavedViews_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Demo_makeAnew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process can answer: its database is there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics in the Prometheus text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Closing_closing: {
        parameters: {
            query: {
                kind: "rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest";
                staffNo: string;
                /** @description What the list of follow-ups calls its record or period. */
                ref: string;
                dueOn: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form that closes a follow-up: which fields of which record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The kind of record that closes the follow-up. */
                        kind: string;
                        /** @description The records that it may follow from, open ones first; none: a new one closes it. */
                        records: {
                            kind: string;
                            id: string;
                            /** @description What people call it. */
                            ref: string;
                            system: string;
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            importId: number;
                            withdrawnReason: string | null;
                            /** @description Whom it is about, where the caller may know. */
                            staffNo: string | null;
                            /** @description By field name, as text. */
                            fields: {
                                [key: string]: string | null;
                            };
                        }[];
                        /** @description The fields of the record that close it. */
                        fields: string[];
                        /** @description Fields that may be said along with them. */
                        also: string[];
                        /** @description What is known beforehand of a new record, by field. */
                        entered: {
                            [key: string]: string;
                        };
                        /** Format: date */
                        today: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Forms_entered: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the caller entered or changed by hand, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            kind: string;
                            id: string;
                            /** @description What people call it. */
                            ref: string;
                            system: string;
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            importId: number;
                            withdrawnReason: string | null;
                            /** @description Whom it is about, where the caller may know. */
                            staffNo: string | null;
                            /** @description By field name, as text. */
                            fields: {
                                [key: string]: string | null;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Forms_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By field name; an empty text and null clear a field. */
                    fields: {
                        [key: string]: string | number | boolean | null;
                    };
                    /**
                     * Format: system-name
                     * @description The system that the record belongs to; `form` where it is not given.
                     */
                    system?: string;
                    /** @description The record that is to be corrected; without it a new one. */
                    record?: {
                        id: string;
                        /** @description The version that the form was opened with. */
                        version: number;
                    };
                };
            };
        };
        responses: {
            /** @description What saving would say. Nothing is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Why it could not be saved. */
                        errors: {
                            code: string;
                            message: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @description The field; null where the whole record is meant. */
                            column: string | null;
                            value: string | null;
                        }[];
                        /** @description What is worth a second look. */
                        warnings: {
                            code: string;
                            message: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @description The field; null where the whole record is meant. */
                            column: string | null;
                            value: string | null;
                        }[];
                        /** @description Records of the same identity under other systems. */
                        elsewhere: {
                            id: string;
                            system: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Forms_enter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By field name; an empty text and null clear a field. */
                    fields: {
                        [key: string]: string | number | boolean | null;
                    };
                    /**
                     * Format: system-name
                     * @description The system that the record belongs to; `form` where it is not given.
                     */
                    system?: string;
                };
            };
        };
        responses: {
            /** @description The record as it was entered. An Idempotency-Key is honoured. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        record: {
                            kind: string;
                            id: string;
                            /** @description What people call it. */
                            ref: string;
                            system: string;
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            importId: number;
                            withdrawnReason: string | null;
                            /** @description Whom it is about, where the caller may know. */
                            staffNo: string | null;
                            /** @description By field name, as text. */
                            fields: {
                                [key: string]: string | null;
                            };
                        };
                        /** @description It said the same already: no new version. */
                        unchanged: boolean;
                        warnings: {
                            code: string;
                            message: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @description The field; null where the whole record is meant. */
                            column: string | null;
                            value: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Forms_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A record as it stands; the id of any of its versions leads to it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        id: string;
                        /** @description What people call it. */
                        ref: string;
                        system: string;
                        version: number;
                        /** Format: date-time */
                        recordedAt: string;
                        importId: number;
                        withdrawnReason: string | null;
                        /** @description Whom it is about, where the caller may know. */
                        staffNo: string | null;
                        /** @description By field name, as text. */
                        fields: {
                            [key: string]: string | null;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Forms_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the form was opened with. */
                    version: number;
                    /** @description By field name; an empty text and null clear a field. */
                    fields: {
                        [key: string]: string | number | boolean | null;
                    };
                };
            };
        };
        responses: {
            /** @description The record with its new version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        record: {
                            kind: string;
                            id: string;
                            /** @description What people call it. */
                            ref: string;
                            system: string;
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            importId: number;
                            withdrawnReason: string | null;
                            /** @description Whom it is about, where the caller may know. */
                            staffNo: string | null;
                            /** @description By field name, as text. */
                            fields: {
                                [key: string]: string | null;
                            };
                        };
                        /** @description It said the same already: no new version. */
                        unchanged: boolean;
                        warnings: {
                            code: string;
                            message: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @description The field; null where the whole record is meant. */
                            column: string | null;
                            value: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Forms_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the form was opened with. */
                    version: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The record, withdrawn: it counts at no day, and stays in the history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        record: {
                            kind: string;
                            id: string;
                            /** @description What people call it. */
                            ref: string;
                            system: string;
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            importId: number;
                            withdrawnReason: string | null;
                            /** @description Whom it is about, where the caller may know. */
                            staffNo: string | null;
                            /** @description By field name, as text. */
                            fields: {
                                [key: string]: string | null;
                            };
                        };
                        /** @description It said the same already: no new version. */
                        unchanged: boolean;
                        warnings: {
                            code: string;
                            message: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @description The field; null where the whole record is meant. */
                            column: string | null;
                            value: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Forms_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that the form was opened with. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description The record as it stood before; one that was new is withdrawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        record: {
                            kind: string;
                            id: string;
                            /** @description What people call it. */
                            ref: string;
                            system: string;
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            importId: number;
                            withdrawnReason: string | null;
                            /** @description Whom it is about, where the caller may know. */
                            staffNo: string | null;
                            /** @description By field name, as text. */
                            fields: {
                                [key: string]: string | null;
                            };
                        };
                        /** @description It said the same already: no new version. */
                        unchanged: boolean;
                        warnings: {
                            code: string;
                            message: {
                                en: string;
                                "zh-CN": string;
                            };
                            /** @description The field; null where the whole record is meant. */
                            column: string | null;
                            value: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Kinds_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every kind of record with its fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            key: string;
                            labels: {
                                en: string;
                                "zh-CN": string;
                            };
                            register: boolean;
                            identity: string[];
                            /** @description The kinds of follow-up that its forms close. */
                            closes: string[];
                            fields: {
                                name: string;
                                /** @enum {string} */
                                type: "text" | "date" | "integer" | "decimal" | "amount" | "boolean" | "choice";
                                labels: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                aliases: string[];
                                optional: boolean;
                                long: boolean;
                                fallback: string | null;
                                values: {
                                    value: string;
                                    labels: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                }[] | null;
                                /** @description Usual values of a text; others are taken too. */
                                known: {
                                    value: string;
                                    labels: {
                                        en: string;
                                        "zh-CN": string;
                                    };
                                }[] | null;
                                min: number | null;
                                max: number | null;
                                decimals: number | null;
                                references: ("cadre" | "unit" | "appointment-case") | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Kinds_template: {
        parameters: {
            query?: {
                language?: "en" | "zh-CN";
            };
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A CSV file with the header of a kind and nothing else. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Mappings_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All mapping profiles by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            name: string;
                            profile: {
                                /** @enum {string} */
                                source: "units" | "unit-quotas" | "cadres" | "cadre-aliases" | "postings" | "appointment-case" | "sanctions" | "outcomes" | "calendar-days" | "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice";
                                /** @default {} */
                                columns: {
                                    [key: string]: string;
                                };
                                /** @default {} */
                                values: {
                                    [key: string]: {
                                        [key: string]: string;
                                    };
                                };
                                /** @default {} */
                                constants: {
                                    [key: string]: string;
                                };
                                inclusive?: string[];
                                dateFormat?: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Mappings_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One mapping profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        profile: {
                            /** @enum {string} */
                            source: "units" | "unit-quotas" | "cadres" | "cadre-aliases" | "postings" | "appointment-case" | "sanctions" | "outcomes" | "calendar-days" | "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice";
                            /** @default {} */
                            columns: {
                                [key: string]: string;
                            };
                            /** @default {} */
                            values: {
                                [key: string]: {
                                    [key: string]: string;
                                };
                            };
                            /** @default {} */
                            constants: {
                                [key: string]: string;
                            };
                            inclusive?: string[];
                            dateFormat?: string;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Mappings_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    source: "units" | "unit-quotas" | "cadres" | "cadre-aliases" | "postings" | "appointment-case" | "sanctions" | "outcomes" | "calendar-days" | "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice";
                    /** @default {} */
                    columns?: {
                        [key: string]: string;
                    };
                    /** @default {} */
                    values?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                    /** @default {} */
                    constants?: {
                        [key: string]: string;
                    };
                    inclusive?: string[];
                    dateFormat?: string;
                };
            };
        };
        responses: {
            /** @description The profile as it was kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        profile: {
                            /** @enum {string} */
                            source: "units" | "unit-quotas" | "cadres" | "cadre-aliases" | "postings" | "appointment-case" | "sanctions" | "outcomes" | "calendar-days" | "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice";
                            /** @default {} */
                            columns: {
                                [key: string]: string;
                            };
                            /** @default {} */
                            values: {
                                [key: string]: {
                                    [key: string]: string;
                                };
                            };
                            /** @default {} */
                            constants: {
                                [key: string]: string;
                            };
                            inclusive?: string[];
                            dateFormat?: string;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Mappings_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Merges_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers that were merged, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            id: number;
                            staffNo: string;
                            formerStaffNo: string;
                            /**
                             * Format: date-time
                             * @description Before this instant (knownAt) there are two people.
                             */
                            mergedAt: string;
                            splitAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Merges_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The number that stays. */
                    staffNo: string;
                    /** @description The other number of the same person, which becomes another name. */
                    formerStaffNo: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Nothing changed yet: the merge waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "merge" | "split" | "erasure";
                        /** @description Whom it is about. */
                        staffNo: string;
                        detail: {
                            [key: string]: unknown;
                        };
                    } | {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "policy";
                        /** @description null: it is about nobody in particular. */
                        staffNo: string | null;
                        detail: {
                            /** @description The version that it changes, which must still be the current one. */
                            baseVersion: number;
                            /** @description What differs from that version. */
                            changes: {
                                path: string;
                                /** @description null where the version has no such entry. */
                                before: unknown;
                                /** @description null where the draft has no such entry. */
                                after: unknown;
                            }[];
                            note: string;
                            /**
                             * @description The version that it became; null before.
                             * @default null
                             */
                            version: number | null;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Merges_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The number that stays. */
                    staffNo: string;
                    /** @description The other number of the same person, which becomes another name. */
                    formerStaffNo: string;
                };
            };
        };
        responses: {
            /** @description What would pass to the kept number, and what stands in the way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: {
                            staffNo: string;
                            name: string;
                        };
                        former: {
                            staffNo: string;
                            name: string;
                        };
                        /** @description What would pass to the kept number, by kind. The register row of the former ends. */
                        records: {
                            kind: string;
                            count: number;
                            /** @description Records that the kept number has too, and that say something else there. */
                            clashes: {
                                system: string;
                                ref: string;
                            }[];
                        }[];
                        possible: boolean;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Merges_split: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Nothing changed yet: undoing the merge waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "merge" | "split" | "erasure";
                        /** @description Whom it is about. */
                        staffNo: string;
                        detail: {
                            [key: string]: unknown;
                        };
                    } | {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "policy";
                        /** @description null: it is about nobody in particular. */
                        staffNo: string | null;
                        detail: {
                            /** @description The version that it changes, which must still be the current one. */
                            baseVersion: number;
                            /** @description What differs from that version. */
                            changes: {
                                path: string;
                                /** @description null where the version has no such entry. */
                                before: unknown;
                                /** @description null where the draft has no such entry. */
                                after: unknown;
                            }[];
                            note: string;
                            /**
                             * @description The version that it became; null before.
                             * @default null
                             */
                            version: number | null;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Quarantine_list: {
        parameters: {
            query?: {
                state?: "waiting" | "released" | "overtaken" | "discarded";
                kind?: string;
                /** @description true: only rows whose release waits for a second person; false: only the others. */
                proposed?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Quarantined rows, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            importId: number;
                            kind: string;
                            system: string;
                            line: number;
                            code: string;
                            /** @enum {string} */
                            state: "waiting" | "released" | "overtaken" | "discarded";
                            content: {
                                [key: string]: unknown;
                            } | null;
                            reason: string | null;
                            /** @description The latest one; null where none was ever made. */
                            proposal: {
                                reason: string;
                                proposedBy: string;
                                /** Format: date-time */
                                proposedAt: string;
                                /** @enum {string} */
                                state: "waiting" | "approved" | "declined" | "lapsed";
                                decidedBy: string | null;
                                decidedReason: string | null;
                                decidedAt: string | null;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Quarantine_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The row was released: it counts, in place of what stood. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        importId: number;
                        kind: string;
                        system: string;
                        line: number;
                        code: string;
                        /** @enum {string} */
                        state: "waiting" | "released" | "overtaken" | "discarded";
                        content: {
                            [key: string]: unknown;
                        } | null;
                        reason: string | null;
                        /** @description The latest one; null where none was ever made. */
                        proposal: {
                            reason: string;
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "declined" | "lapsed";
                            decidedBy: string | null;
                            decidedReason: string | null;
                            decidedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description The release touches published scores: nothing changed, and `proposal` waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        importId: number;
                        kind: string;
                        system: string;
                        line: number;
                        code: string;
                        /** @enum {string} */
                        state: "waiting" | "released" | "overtaken" | "discarded";
                        content: {
                            [key: string]: unknown;
                        } | null;
                        reason: string | null;
                        /** @description The latest one; null where none was ever made. */
                        proposal: {
                            reason: string;
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "declined" | "lapsed";
                            decidedBy: string | null;
                            decidedReason: string | null;
                            decidedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Quarantine_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The proposed release was carried out: the row counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        importId: number;
                        kind: string;
                        system: string;
                        line: number;
                        code: string;
                        /** @enum {string} */
                        state: "waiting" | "released" | "overtaken" | "discarded";
                        content: {
                            [key: string]: unknown;
                        } | null;
                        reason: string | null;
                        /** @description The latest one; null where none was ever made. */
                        proposal: {
                            reason: string;
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "declined" | "lapsed";
                            decidedBy: string | null;
                            decidedReason: string | null;
                            decidedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Quarantine_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The proposed release was declined, or taken back; the row goes on waiting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        importId: number;
                        kind: string;
                        system: string;
                        line: number;
                        code: string;
                        /** @enum {string} */
                        state: "waiting" | "released" | "overtaken" | "discarded";
                        content: {
                            [key: string]: unknown;
                        } | null;
                        reason: string | null;
                        /** @description The latest one; null where none was ever made. */
                        proposal: {
                            reason: string;
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "declined" | "lapsed";
                            decidedBy: string | null;
                            decidedReason: string | null;
                            decidedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Quarantine_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The row was set aside for good. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        importId: number;
                        kind: string;
                        system: string;
                        line: number;
                        code: string;
                        /** @enum {string} */
                        state: "waiting" | "released" | "overtaken" | "discarded";
                        content: {
                            [key: string]: unknown;
                        } | null;
                        reason: string | null;
                        /** @description The latest one; null where none was ever made. */
                        proposal: {
                            reason: string;
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "declined" | "lapsed";
                            decidedBy: string | null;
                            decidedReason: string | null;
                            decidedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Imports_receive: {
        parameters: {
            query?: {
                /** @description Name of a mapping profile for this kind. */
                mapping?: string;
                /** @description The system the records come from; identity is per system. Where not given the one that the token is fixed to, else upload. */
                system?: string;
                /** @description atomic: any refused row refuses all; withdraw; revert: old content may come back. */
                mode?: "atomic" | "withdraw" | "revert";
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/x-ndjson": string;
                "application/vnd.apache.arrow.stream": string;
            };
        };
        responses: {
            /** @description The file was received and will be imported. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Imports_preview: {
        parameters: {
            query?: {
                /** @description Name of a mapping profile for this kind. */
                mapping?: string;
                /** @description The body is the beginning of a file, cut anywhere: only its first rows are looked at. */
                partial?: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/x-ndjson": string;
                "application/vnd.apache.arrow.stream": string;
            };
        };
        responses: {
            /** @description How the file would be read. Nothing of it is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        format: string | null;
                        encoding: string | null;
                        failure: {
                            code: string;
                            message: {
                                en: string;
                                "zh-CN": string;
                            };
                            column: string | null;
                            value: string | null;
                        } | null;
                        columns: {
                            header: string;
                            field: string | null;
                            ground: ("mapping" | "name" | "label" | "alias") | null;
                        }[];
                        missing: string[];
                        rows: {
                            line: number;
                            values: {
                                [key: string]: string | null;
                            };
                            errors: {
                                code: string;
                                message: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                column: string | null;
                                value: string | null;
                            }[];
                            warnings: {
                                code: string;
                                message: {
                                    en: string;
                                    "zh-CN": string;
                                };
                                column: string | null;
                                value: string | null;
                            }[];
                        }[];
                        likelyKinds: string[];
                        nearestKinds: {
                            kind: string;
                            missing: string[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Imports_list: {
        parameters: {
            query?: {
                kind?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Imports, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            kind: string;
                            system: string;
                            /** @enum {string} */
                            mode: "" | "atomic" | "withdraw" | "revert";
                            mapping: string | null;
                            /** @enum {string} */
                            status: "queued" | "running" | "committed" | "failed";
                            rows: number;
                            accepted: number;
                            /** @description Of the accepted, those that changed (or withdrew) a record that was there; null of imports from before this was counted. */
                            changed: number | null;
                            duplicates: number;
                            quarantined: number;
                            released: number;
                            warnings: number;
                            /** @description Of the duplicates, those that wait in quarantine. */
                            waiting: number;
                            /** @description Of the warnings, those about rows in quarantine. */
                            warningsNotImported: number;
                            /** @description The first cause of a failure; all are in errors.csv. */
                            cause: {
                                code: string;
                                message: string;
                                line: number | null;
                                column: string | null;
                            } | null;
                            sha256: string;
                            bytes: number;
                            bytesRead: number;
                            rowsRead: number;
                            receivedAt: string;
                            finishedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Imports_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of an import. Its counts are frozen once it is committed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        kind: string;
                        system: string;
                        /** @enum {string} */
                        mode: "" | "atomic" | "withdraw" | "revert";
                        mapping: string | null;
                        /** @enum {string} */
                        status: "queued" | "running" | "committed" | "failed";
                        rows: number;
                        accepted: number;
                        /** @description Of the accepted, those that changed (or withdrew) a record that was there; null of imports from before this was counted. */
                        changed: number | null;
                        duplicates: number;
                        quarantined: number;
                        released: number;
                        warnings: number;
                        /** @description Of the duplicates, those that wait in quarantine. */
                        waiting: number;
                        /** @description Of the warnings, those about rows in quarantine. */
                        warningsNotImported: number;
                        /** @description The first cause of a failure; all are in errors.csv. */
                        cause: {
                            code: string;
                            message: string;
                            line: number | null;
                            column: string | null;
                        } | null;
                        sha256: string;
                        bytes: number;
                        bytesRead: number;
                        rowsRead: number;
                        receivedAt: string;
                        finishedAt: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    ImportReports_errors: {
        parameters: {
            query?: {
                /** @description Of the messages; else Accept-Language. */
                language?: "en" | "zh-CN";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every cause of every refused row, or of the failure of the whole file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    ImportReports_warnings: {
        parameters: {
            query?: {
                /** @description Of the messages; else Accept-Language. */
                language?: "en" | "zh-CN";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is worth a look; `imported` is false of rows that wait in quarantine. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    ImportReports_rejected: {
        parameters: {
            query?: {
                /** @description Of the messages; else Accept-Language. */
                language?: "en" | "zh-CN";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refused rows in the columns of the file, with their causes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    ImportReports_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: the import whenever it changes, until it is finished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Policies_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All versions of the policy, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            version: number;
                            note: string;
                            /** @description Who drafted it. */
                            createdBy: string;
                            /** @description The second person; null where there was none to ask, while the product was set up. */
                            approvedBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            current: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Policies_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A whole policy; numbers left out have their defaults. */
                    document?: {
                        [key: string]: unknown;
                    };
                    /** @description Only what differs from the current version. */
                    changes?: {
                        [key: string]: unknown;
                    };
                    note: string;
                };
            };
        };
        responses: {
            /** @description While the product is set up, when nobody could be second: the new version, which counts from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        note: string;
                        /** @description Who drafted it. */
                        createdBy: string;
                        /** @description The second person; null where there was none to ask, while the product was set up. */
                        approvedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        current: boolean;
                        /** @description Every number of every rule. */
                        document: {
                            [key: string]: unknown;
                        };
                        /** @description What differs from the version before. */
                        changes: {
                            path: string;
                            before: unknown;
                            after: unknown;
                        }[];
                    };
                };
            };
            /** @description A draft, which waits for an approver; nothing counts by it yet. One waits at a time (else 409). */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "policy";
                        /** @description null: it is about nobody in particular. */
                        staffNo: string | null;
                        detail: {
                            /** @description The version that it changes, which must still be the current one. */
                            baseVersion: number;
                            /** @description What differs from that version. */
                            changes: {
                                path: string;
                                /** @description null where the version has no such entry. */
                                before: unknown;
                                /** @description null where the draft has no such entry. */
                                after: unknown;
                            }[];
                            note: string;
                            /**
                             * @description The version that it became; null before.
                             * @default null
                             */
                            version: number | null;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Policies_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema of a policy, with the name and unit of every number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Policies_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A version number, or `current`. */
                version: "current" | number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One version with its document and what it changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        note: string;
                        /** @description Who drafted it. */
                        createdBy: string;
                        /** @description The second person; null where there was none to ask, while the product was set up. */
                        approvedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        current: boolean;
                        /** @description Every number of every rule. */
                        document: {
                            [key: string]: unknown;
                        };
                        /** @description What differs from the version before. */
                        changes: {
                            path: string;
                            before: unknown;
                            after: unknown;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Calendars_years: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The years of which the calendar knows; in others working days are Monday to Friday. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            year: number;
                            holidayCount: number;
                            /** @description Days off that are worked. */
                            workingDayCount: number;
                            /** @description Every day of the year was compared with its document. */
                            verified: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Runs_list: {
        parameters: {
            query?: {
                offset?: number;
                limit?: number;
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Runs, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "published" | "failed";
                            /** Format: date */
                            asOf: string;
                            /** @description Everything committed up to here is in it. */
                            knownAt: string | null;
                            policyVersion: number | null;
                            /** @description SHA-256 of the evidence that was scored. */
                            evidenceDigest: string | null;
                            engineVersion: string | null;
                            /** @description How many people were ranked. */
                            cadreCount: number | null;
                            /** Format: date-time */
                            requestedAt: string;
                            publishedAt: string | null;
                            error: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Runs_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description As-of date; today where it is not given.
                     */
                    asOf?: string;
                };
            };
        };
        responses: {
            /** @description The run is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Runs_latest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run that was published last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        status: "queued" | "running" | "published" | "failed";
                        /** Format: date */
                        asOf: string;
                        /** @description Everything committed up to here is in it. */
                        knownAt: string | null;
                        policyVersion: number | null;
                        /** @description SHA-256 of the evidence that was scored. */
                        evidenceDigest: string | null;
                        engineVersion: string | null;
                        /** @description How many people were ranked. */
                        cadreCount: number | null;
                        /** Format: date-time */
                        requestedAt: string;
                        publishedAt: string | null;
                        error: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Runs_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        status: "queued" | "running" | "published" | "failed";
                        /** Format: date */
                        asOf: string;
                        /** @description Everything committed up to here is in it. */
                        knownAt: string | null;
                        policyVersion: number | null;
                        /** @description SHA-256 of the evidence that was scored. */
                        evidenceDigest: string | null;
                        engineVersion: string | null;
                        /** @description How many people were ranked. */
                        cadreCount: number | null;
                        /** Format: date-time */
                        requestedAt: string;
                        publishedAt: string | null;
                        error: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Freshness_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How fresh records and scores are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When records were last committed. */
                        recordsUpTo: string | null;
                        /** @description When today's scores were published. */
                        scoredAt: string | null;
                        /** @description What the scores of today know of. */
                        knownAt: string | null;
                        policyVersion: number | null;
                        /** @description Whether records or a policy have come since. */
                        stale: boolean;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Freshness_untilScored: {
        parameters: {
            query: {
                knownAt: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: `scored`, once today’s scores know of what was recorded at the instant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Rankings_list: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Unit code: its whole subtree. */
                unit?: string;
                /** @description One band or several, separated by commas. */
                band?: string;
                /** @description Part of a name or of a staff number. */
                q?: string;
                sort?: "position" | "-position" | "score" | "-score" | "name" | "-name" | "staffNo" | "-staffNo" | "unit" | "-unit" | "overdue" | "-overdue" | "inspection-opinion" | "-inspection-opinion" | "debriefing-score" | "-debriefing-score" | "audit-finding" | "-audit-finding" | "personal-matter-report" | "-personal-matter-report" | "reminder-talk" | "-reminder-talk" | "education-session" | "-education-session" | "heart-to-heart-talk" | "-heart-to-heart-talk" | "headcount-review" | "-headcount-review" | "file-review" | "-file-review" | "joint-review-reply" | "-joint-review-reply" | "inspection-notice" | "-inspection-notice";
                /** @description Only people with points of this source. */
                source?: "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice";
                /** @description Only people about whom something is overdue. */
                overdueOnly?: "true" | "false";
                /** @description Only scores of at least this. */
                scoreFrom?: number;
                /** @description Only scores below this. */
                scoreBelow?: number;
                /** @description Adds what changed since this date. */
                compareTo?: string;
                /** @description `reason` adds what weighs most. */
                include?: "reason";
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People by score; also as text/csv and as an Arrow stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        runId: number;
                        /**
                         * Format: date-time
                         * @description Everything committed up to here is in it.
                         */
                        knownAt: string;
                        /** @description Records or a policy have come since these were scored. */
                        stale: boolean;
                        /** @description The as-of date lies ahead. */
                        projection: boolean;
                        /** @description How many people the filters leave. */
                        total: number;
                        rows: {
                            position: number;
                            /** @description As position, ties of the score shared. */
                            rank: number;
                            staffNo: string;
                            name: string;
                            unitCode: string | null;
                            post: string | null;
                            score: number;
                            /** @enum {string} */
                            band: "high" | "elevated" | "watch" | "low" | "insufficient";
                            coverage: number;
                            /** @description Points by source. */
                            subtotals: {
                                [key: string]: number;
                            };
                            /** @description Overdue obligations of the cadre. */
                            overdueCount: number;
                            /** @description Overdue obligations of the unit or an office about them. */
                            officeOverdueCount: number;
                            /** @description Whether the person contests a record and no answer was given by the as-of date. */
                            contested: boolean;
                            /** @description How many places further up than at compareTo; null for people not ranked then. */
                            positionChange?: number | null;
                            scoreChange?: number | null;
                            bandBefore?: ("high" | "elevated" | "watch" | "low" | "insufficient") | null;
                            mainReason?: {
                                source: string;
                                ref: string;
                                points: number;
                                reason: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Rankings_distribution: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Unit code: its whole subtree. */
                unit?: string;
                compareTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the scores of a unit lie. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        runId: number;
                        /**
                         * Format: date-time
                         * @description Everything committed up to here is in it.
                         */
                        knownAt: string;
                        /** @description Records or a policy have come since these were scored. */
                        stale: boolean;
                        /** @description The as-of date lies ahead. */
                        projection: boolean;
                        total: number;
                        bands: {
                            [key: string]: number;
                        };
                        /** @description At compareTo. */
                        bandsBefore: {
                            [key: string]: number;
                        } | null;
                        /** @description People by score; from is inclusive, to exclusive; insufficient: how many of them lack evidence. */
                        histogram: {
                            from: number;
                            to: number;
                            count: number;
                            insufficient: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Processes_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The processes that work on this database, who has which partition, and what waits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When this was so, by the clock of the database.
                         */
                        at: string;
                        /** @description Into how many partitions people are dealt; 0 before any worker was there. */
                        partitionCount: number;
                        processes: {
                            id: number;
                            /** @enum {string} */
                            kind: "server" | "worker";
                            host: string;
                            pid: number;
                            /** Format: date-time */
                            startedAt: string;
                            /**
                             * Format: date-time
                             * @description When it last said that it is at work: several times in each lease.
                             */
                            seenAt: string;
                            /** @description Those whose columns it holds as a worker. */
                            partitions: number[];
                            /** @description Whether runs are begun, put together and published by it. */
                            makesRuns: boolean;
                        }[];
                        /** @description Those that ended without a word since the last one began. */
                        gone: {
                            id: number;
                            /** @enum {string} */
                            kind: "server" | "worker";
                            host: string;
                            pid: number;
                            /** Format: date-time */
                            startedAt: string;
                            /**
                             * Format: date-time
                             * @description When it last said that it is at work: several times in each lease.
                             */
                            seenAt: string;
                        }[];
                        /** @description What waits or is being done, by queue. */
                        waiting: {
                            /** @description `scoring-run`, or a queue of jobs. */
                            queue: string;
                            waitingCount: number;
                            runningCount: number;
                            oldestAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    FollowUps_list: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description One state or several, separated by commas. */
                state?: string;
                /** @description One kind or several, separated by commas. */
                kind?: string;
                /** @description Unit code: its whole subtree. */
                unit?: string;
                owedBy?: string;
                staffNo?: string;
                /** @description Part of a name, a staff number or a record number. */
                q?: string;
                /** @description Only those due before counting began, or only the others. */
                inherited?: "true" | "false";
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow-ups by due date; also as text/csv and as an Arrow stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        runId: number;
                        /**
                         * Format: date-time
                         * @description Everything committed up to here is in it.
                         */
                        knownAt: string;
                        /** @description Records or a policy have come since these were scored. */
                        stale: boolean;
                        /** @description The as-of date lies ahead. */
                        projection: boolean;
                        total: number;
                        rows: {
                            /** @enum {string} */
                            kind: "rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest";
                            staffNo: string;
                            name: string;
                            unitCode: string | null;
                            /** @description The record it follows from; the period where there is none. */
                            ref: string;
                            source: string;
                            /** Format: date */
                            dueOn: string;
                            closedOn: string | null;
                            /** @enum {string} */
                            state: "overdue" | "due-soon" | "open" | "closed";
                            daysOverdue: number;
                            /** @enum {string} */
                            owedBy: "cadre" | "unit" | "office";
                            inherited: boolean;
                            /** @description Whether the person contests a record, still unanswered; leaders are not told. */
                            contested: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    FollowUps_summary: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Unit code: its whole subtree. */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How much is overdue and due, by kind and by week. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        runId: number;
                        /**
                         * Format: date-time
                         * @description Everything committed up to here is in it.
                         */
                        knownAt: string;
                        /** @description Records or a policy have come since these were scored. */
                        stale: boolean;
                        /** @description The as-of date lies ahead. */
                        projection: boolean;
                        /** @description Inherited ones are not counted. */
                        byKind: {
                            [key: string]: {
                                overdue: number;
                                dueSoon: number;
                                open: number;
                            };
                        };
                        /** @description What falls due in each of the next eight weeks, the first from the as-of date. */
                        weeks: {
                            /** Format: date */
                            from: string;
                            count: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Cadres_search: {
        parameters: {
            query?: {
                /** @description Part of a name or a staff number, or the whole of another office’s number. */
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People by name or number, an exact number first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            staffNo: string;
                            name: string;
                            unitCode: string | null;
                            unitName: string | null;
                            post: string | null;
                            inService: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Cadres_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The facts about a person, with postings and other offices’ numbers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        name: string;
                        unitCode: string | null;
                        unitName: string | null;
                        post: string | null;
                        inService: boolean;
                        /** @description The unit with authority, where not the own one. */
                        managedBy: string | null;
                        managedByName: string | null;
                        rank: string | null;
                        head: boolean;
                        appointedOn: string | null;
                        birthYear: number | null;
                        leftOn: string | null;
                        /** @description Latest first. */
                        postings: {
                            unitCode: string;
                            unitName: string | null;
                            post: string | null;
                            postCode: string | null;
                            rank: string | null;
                            head: boolean | null;
                            /** Format: date */
                            fromOn: string;
                            /** @description The first day after it; null while it lasts. */
                            toOn: string | null;
                        }[];
                        aliases: {
                            system: string;
                            identifier: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Cadres_score: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Answer with what was known at this instant; now where it is not given. */
                knownAt?: string;
                /** @description Version of the policy; the current one where it is not given. */
                policyVersion?: number;
            };
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person’s score with every line that it is the sum of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        /** Format: date */
                        asOf: string;
                        /**
                         * Format: date-time
                         * @description The instant asked for, else the last commit’s.
                         */
                        knownAt: string;
                        policyVersion: number;
                        /** @description The sum of the subtotals. */
                        score: number;
                        /** @enum {string} */
                        band: "high" | "elevated" | "watch" | "low" | "insufficient";
                        coverage: number;
                        /** @description What coverage asks for, by source. */
                        coverageParts: {
                            kind: string;
                            label: string;
                            present: boolean;
                            applies: boolean;
                        }[];
                        /** @description Among everyone ranked; null for those not in service, and where no run of that day, policy and knowledge was published. */
                        position: number | null;
                        rank: number | null;
                        /** @description Whether evidence has come since position and rank were worked out. */
                        stale: boolean;
                        /** @description Whether the as-of date lies in the future. */
                        projection: boolean;
                        /** @description Whether the person contests a record and no answer was given by the as-of date. */
                        contested: boolean;
                        /** @description The last sign-off of a named human; not a verdict. */
                        signOff: {
                            signedBy: string;
                            /** Format: date-time */
                            signedAt: string;
                            seen: string;
                            follows: string;
                            /** Format: date */
                            asOf: string;
                            /** @description Points, at most three decimals. */
                            score: number;
                            /** @enum {string} */
                            band: "high" | "elevated" | "watch" | "low" | "insufficient";
                            policyVersion: number;
                            runId: number;
                            /** @description By how much the score asked for differs; 0 where it stands. */
                            scoreChange: number;
                        } | null;
                        /** @description Records that were there then and were removed since: the answer is without them. */
                        incomplete: {
                            kind: string;
                            /** Format: date-time */
                            removedAt: string;
                            count: number;
                        }[];
                        sources: {
                            source: string;
                            /** @description The sum of the contributions and adjustments. */
                            subtotal: number;
                            contributions: {
                                ref: string;
                                occurredOn: string | null;
                                /** @description Points, at most three decimals. */
                                points: number;
                                reason: string;
                                /** @description What else is to be known of the record, and gives no points: found again, reopened. */
                                marks?: string[];
                            }[];
                            adjustments: {
                                kind: string;
                                /** @description Points, at most three decimals. */
                                points: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Cadres_history: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                months?: number;
            };
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person’s score at the month ends before the date, by replay. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        /** @description Records that were there then and were removed since: the answer is without them. */
                        incomplete: {
                            kind: string;
                            /** Format: date-time */
                            removedAt: string;
                            count: number;
                        }[];
                        /** @description Month ends, oldest first, and the as-of date. */
                        points: {
                            /** Format: date */
                            asOf: string;
                            /** @description Points, at most three decimals. */
                            score: number;
                            /** @enum {string} */
                            band: "high" | "elevated" | "watch" | "low" | "insufficient";
                            coverage: number;
                            subtotals: {
                                [key: string]: number;
                            };
                            policyVersion: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Cadres_dossier: {
        parameters: {
            query?: {
                /** @description A source, or a register about people; all sources where it is not given. */
                source?: string;
                /** @description true: without a source, the registers about people as well. */
                registers?: "true" | "false";
                offset?: number;
                /** @description Most rows; 1000 unasked, since a dossier with holes misleads. */
                limit?: number;
            };
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was recorded about a person, in all versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        total: number;
                        /** @description Latest date first; the versions of a record together. */
                        rows: {
                            source: string;
                            /** @description Leads to the record in `records/{kind}/{id}`. */
                            id: string;
                            /** @description What tells the record from others of its kind and system, joined by `/`. */
                            identity: string;
                            ref: string;
                            system: string;
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            supersededAt: string | null;
                            importId: number;
                            withdrawnReason: string | null;
                            occurredOn: string | null;
                            /** @description By field name; dates and amounts are text. */
                            fields: {
                                [key: string]: string | number | boolean | null;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Board_page: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description One stage or several, separated by commas. */
                stage?: string;
                /** @description Unit code: cases of the people of its whole subtree. */
                unit?: string;
                /** @description Only those whose gate is blocked, or only the others. */
                blocked?: "true" | "false";
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Appointment cases: how far each is, what is due next, and what blocks it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        total: number;
                        /** @description How many cases are at each stage, unfiltered. */
                        stages: {
                            [key: string]: number;
                        };
                        /** @description Open cases whose gate is blocked, unfiltered. */
                        blockedCount: number;
                        /** @description Appointments against a blocked gate, unfiltered. */
                        breachCount: number;
                        /** @description Breaches first, then open cases by their next deadline, then decided ones, latest first. */
                        rows: {
                            caseNo: string;
                            listNo: string | null;
                            kind: ("promotion" | "transfer") | null;
                            staffNo: string;
                            name: string;
                            /** @description Of the post. */
                            unitCode: string;
                            unitName: string | null;
                            post: string;
                            postCode: string | null;
                            rank: string;
                            /** Format: date */
                            openedOn: string;
                            decidedOn: string | null;
                            decision: ("appointed" | "withdrawn" | "rejected") | null;
                            /** @description Whether the candidate is no longer in service. */
                            hasLeft: boolean;
                            /**
                             * @description The first step of which something is missing.
                             * @enum {string}
                             */
                            stage: "headcount" | "file" | "joint-review" | "notice" | "opinions" | "decision" | "decided";
                            /**
                             * @description Of the gate: on the day of the decision once there is one.
                             * @enum {string}
                             */
                            result: "clear" | "blocked";
                            blockedBy: ("headcount" | "improper-treatment" | "file" | "joint-review" | "notice" | "opinions" | "debriefing" | "open-finding" | "personal-matter" | "report-unverified" | "admonition" | "sanction")[];
                            /**
                             * @description Whether somebody was appointed against a blocked gate; undocumented: all was missing.
                             * @enum {string}
                             */
                            breach: "none" | "breach" | "undocumented";
                            /** @description Whether breach and gate are told from the sealed dossier. */
                            sealed: boolean;
                            /** @description The first deadline that is not kept yet; null for decided cases. */
                            next: {
                                /** @enum {string} */
                                kind: "headcount-review" | "file-review" | "joint-review" | "inspection-notice" | "probation-review";
                                /** Format: date */
                                dueOn: string;
                                /** @description Below zero: so many days late. */
                                daysLeft: number;
                            } | null;
                            /** @description Other open cases for the same post. */
                            samePost: string[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Board_breaches: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Unit code: cases of the people of its whole subtree. */
                unit?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Appointments that were decided against a blocked gate. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        total: number;
                        /** @description Latest decision first. */
                        rows: {
                            caseNo: string;
                            listNo: string | null;
                            kind: ("promotion" | "transfer") | null;
                            staffNo: string;
                            name: string;
                            /** @description Of the post. */
                            unitCode: string;
                            unitName: string | null;
                            post: string;
                            postCode: string | null;
                            rank: string;
                            /** Format: date */
                            openedOn: string;
                            decidedOn: string | null;
                            decision: ("appointed" | "withdrawn" | "rejected") | null;
                            /** @description Whether the candidate is no longer in service. */
                            hasLeft: boolean;
                            /**
                             * @description The first step of which something is missing.
                             * @enum {string}
                             */
                            stage: "headcount" | "file" | "joint-review" | "notice" | "opinions" | "decision" | "decided";
                            /**
                             * @description Of the gate: on the day of the decision once there is one.
                             * @enum {string}
                             */
                            result: "clear" | "blocked";
                            blockedBy: ("headcount" | "improper-treatment" | "file" | "joint-review" | "notice" | "opinions" | "debriefing" | "open-finding" | "personal-matter" | "report-unverified" | "admonition" | "sanction")[];
                            /**
                             * @description Whether somebody was appointed against a blocked gate; undocumented: all was missing.
                             * @enum {string}
                             */
                            breach: "none" | "breach" | "undocumented";
                            /** @description Whether breach and gate are told from the sealed dossier. */
                            sealed: boolean;
                            /** @description The first deadline that is not kept yet; null for decided cases. */
                            next: {
                                /** @enum {string} */
                                kind: "headcount-review" | "file-review" | "joint-review" | "inspection-notice" | "probation-review";
                                /** Format: date */
                                dueOn: string;
                                /** @description Below zero: so many days late. */
                                daysLeft: number;
                            } | null;
                            /** @description Other open cases for the same post. */
                            samePost: string[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Gate_ask: {
        parameters: {
            query?: {
                /** @description As-of date; the day of the decision once there is one, else today. */
                asOf?: string;
                /** @description Answer with what was known at this instant; now where it is not given. */
                knownAt?: string;
                /** @description Version of the policy; the current one where it is not given. */
                policyVersion?: number;
            };
            header?: never;
            path: {
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the candidate may be appointed, with every reason against it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNo: string;
                        staffNo: string;
                        /** Format: date */
                        asOf: string;
                        /** @enum {string} */
                        result: "clear" | "blocked";
                        reasons: {
                            /** @enum {string} */
                            kind: "headcount" | "improper-treatment" | "file" | "joint-review" | "notice" | "opinions" | "debriefing" | "open-finding" | "personal-matter" | "report-unverified" | "admonition" | "sanction";
                            /** @description The record behind it; the case number where there is none. */
                            ref: string;
                            /** @description What it is, and what would clear it. */
                            message: string;
                            /** @description Something is not there yet, rather than speaks against the appointment. */
                            missing: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Seals_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was known when the case was decided, sealed and worked out again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNo: string;
                        staffNo: string;
                        /** Format: date */
                        decidedOn: string;
                        decision: string;
                        /**
                         * @description Whether somebody was appointed against a blocked gate; undocumented: all was missing.
                         * @enum {string}
                         */
                        breach: "none" | "breach" | "undocumented";
                        /**
                         * Format: date-time
                         * @description The knowledge that went in.
                         */
                        knownAt: string;
                        /**
                         * Format: date-time
                         * @description The end of the day of the decision, or of the day on which it was recorded, if later.
                         */
                        knownUntil: string;
                        policyVersion: number;
                        engineVersion: string;
                        /** Format: date-time */
                        sealedAt: string;
                        /** @description SHA-256 over the UTF-8 bytes of the document. */
                        sha256: string;
                        /** @description Canonical JSON: sorted keys, no spaces. */
                        document: string;
                        /** @description Whether the records gave the same bytes again just now; null: sealed by another engine, or records were removed since. */
                        reproduced: boolean | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Dossier_show: {
        parameters: {
            query?: {
                /** @description As-of date; the day of the decision once there is one, else today. */
                asOf?: string;
            };
            header?: never;
            path: {
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A case: its gate, its four reviews, opinions counted, and deadlines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNo: string;
                        listNo: string | null;
                        kind: ("promotion" | "transfer") | null;
                        staffNo: string;
                        name: string;
                        /** @description Of the post. */
                        unitCode: string;
                        unitName: string | null;
                        post: string;
                        postCode: string | null;
                        rank: string;
                        /** Format: date */
                        openedOn: string;
                        decidedOn: string | null;
                        decision: ("appointed" | "withdrawn" | "rejected") | null;
                        /** @description Whether the candidate is no longer in service. */
                        hasLeft: boolean;
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        /**
                         * @description The first step of which something is missing.
                         * @enum {string}
                         */
                        stage: "headcount" | "file" | "joint-review" | "notice" | "opinions" | "decision" | "decided";
                        /** @enum {string} */
                        result: "clear" | "blocked";
                        reasons: {
                            /** @enum {string} */
                            kind: "headcount" | "improper-treatment" | "file" | "joint-review" | "notice" | "opinions" | "debriefing" | "open-finding" | "personal-matter" | "report-unverified" | "admonition" | "sanction";
                            label: string;
                            ref: string;
                            /** @description The kind of the record behind it, if it has one. */
                            source: string | null;
                            message: string;
                            /** @description What would clear it. */
                            clearedBy: string;
                            missing: boolean;
                        }[];
                        /** @description Of an open case that is blocked: when the gate was last clear. */
                        lastClear: {
                            /** Format: date */
                            asOf: string;
                            /** Format: date-time */
                            knownAt: string;
                        } | null;
                        /**
                         * @description Whether somebody was appointed against a blocked gate; undocumented: all was missing.
                         * @enum {string}
                         */
                        breach: "none" | "breach" | "undocumented";
                        /** @description Whether the decision is sealed. */
                        sealed: boolean;
                        /** @description What is likely a mistake, though the gate takes it as it stands. */
                        oddities: {
                            code: string;
                            source: string;
                            ref: string;
                            message: string;
                        }[];
                        /** @description By due day. */
                        deadlines: {
                            /** @enum {string} */
                            kind: "headcount-review" | "file-review" | "joint-review" | "inspection-notice" | "probation-review";
                            label: string;
                            /** Format: date */
                            dueOn: string;
                            closedOn: string | null;
                            /** @enum {string} */
                            state: "overdue" | "due-soon" | "open" | "closed";
                            daysOverdue: number;
                        }[];
                        headcount: {
                            review: {
                                /** Format: date */
                                reviewedOn: string;
                                establishedPosts: number;
                                filledPosts: number;
                                leavingPosts: number;
                                plannedPosts: number;
                                improperTreatment: boolean;
                            } | null;
                            /** @description What the registers say; null where the unit lies outside of the scope. */
                            registered: {
                                establishedPosts: number | null;
                                filledPosts: number;
                            } | null;
                            /** @description Where the review and the registers differ; no reason of the gate. */
                            differences: ("establishedPosts" | "filledPosts")[];
                        };
                        fileItems: {
                            key: string;
                            label: string;
                            required: boolean;
                            /** @description Null where it was not reviewed. */
                            result: string | null;
                            reviewedOn: string | null;
                            resolvedOn: string | null;
                        }[];
                        departments: {
                            key: string;
                            label: string;
                            required: boolean;
                            /** @description Null where it was not asked. */
                            requestedOn: string | null;
                            dueOn: string | null;
                            repliedOn: string | null;
                            daysLate: number;
                            opinion: ("no_objection" | "objection" | "defer") | null;
                            reason: string | null;
                        }[];
                        notices: {
                            kind: ("inspection" | "pre_appointment") | null;
                            /** Format: date */
                            postedOn: string;
                            /** Format: date */
                            endsOn: string;
                            /** @description So far. */
                            publicDays: number;
                            neededDays: number;
                            objectionCount: number;
                            objectionsSettledOn: string | null;
                        }[];
                        opinions: {
                            groups: {
                                key: string;
                                label: string;
                                required: boolean;
                                count: number;
                            }[];
                            circles: {
                                key: string;
                                label: string;
                                required: boolean;
                                count: number;
                            }[];
                            counts: {
                                respondent: string;
                                circle: string;
                                count: number;
                            }[];
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Replies_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Replies and contests of a person, with all versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        contested: boolean;
                        total: number;
                        /** @description Latest first. */
                        rows: {
                            ref: string;
                            /** @enum {string} */
                            kind: "reply" | "contest";
                            /**
                             * @description A reply is noted; a contest is unanswered until it is answered.
                             * @enum {string}
                             */
                            state: "noted" | "unanswered" | "answered" | "withdrawn";
                            source: string | null;
                            recordRef: string | null;
                            system: string | null;
                            text: string;
                            /** Format: date */
                            filedOn: string;
                            filedBy: string;
                            /** @enum {string} */
                            filedThrough: "office" | "link";
                            /** @description Until when a contest is to be answered. */
                            dueOn: string | null;
                            answeredOn: string | null;
                            answeredBy: string | null;
                            outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                            answer: string | null;
                            correction: string | null;
                            withdrawnReason: string | null;
                            /** @description Oldest first. */
                            versions: {
                                version: number;
                                /** Format: date-time */
                                recordedAt: string;
                                supersededAt: string | null;
                                recordedBy: string;
                                text: string;
                                withdrawnReason: string | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Replies_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "reply" | "contest";
                    text: string;
                    /** @description The kind of record it is about. */
                    source?: string;
                    /** @description The record it is about. */
                    ref?: string;
                    /** @description Of two systems with such a record. */
                    system?: string;
                    /**
                     * Format: date
                     * @description When the office received it; today where not given.
                     */
                    filedOn?: string;
                };
            };
        };
        responses: {
            /** @description The statement as it was filed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ref: string;
                        /** @enum {string} */
                        kind: "reply" | "contest";
                        /**
                         * @description A reply is noted; a contest is unanswered until it is answered.
                         * @enum {string}
                         */
                        state: "noted" | "unanswered" | "answered" | "withdrawn";
                        source: string | null;
                        recordRef: string | null;
                        system: string | null;
                        text: string;
                        /** Format: date */
                        filedOn: string;
                        filedBy: string;
                        /** @enum {string} */
                        filedThrough: "office" | "link";
                        /** @description Until when a contest is to be answered. */
                        dueOn: string | null;
                        answeredOn: string | null;
                        answeredBy: string | null;
                        outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                        answer: string | null;
                        correction: string | null;
                        withdrawnReason: string | null;
                        /** @description Oldest first. */
                        versions: {
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            supersededAt: string | null;
                            recordedBy: string;
                            text: string;
                            withdrawnReason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Replies_supersede: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The statement with its new text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ref: string;
                        /** @enum {string} */
                        kind: "reply" | "contest";
                        /**
                         * @description A reply is noted; a contest is unanswered until it is answered.
                         * @enum {string}
                         */
                        state: "noted" | "unanswered" | "answered" | "withdrawn";
                        source: string | null;
                        recordRef: string | null;
                        system: string | null;
                        text: string;
                        /** Format: date */
                        filedOn: string;
                        filedBy: string;
                        /** @enum {string} */
                        filedThrough: "office" | "link";
                        /** @description Until when a contest is to be answered. */
                        dueOn: string | null;
                        answeredOn: string | null;
                        answeredBy: string | null;
                        outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                        answer: string | null;
                        correction: string | null;
                        withdrawnReason: string | null;
                        /** @description Oldest first. */
                        versions: {
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            supersededAt: string | null;
                            recordedBy: string;
                            text: string;
                            withdrawnReason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Replies_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The statement, withdrawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ref: string;
                        /** @enum {string} */
                        kind: "reply" | "contest";
                        /**
                         * @description A reply is noted; a contest is unanswered until it is answered.
                         * @enum {string}
                         */
                        state: "noted" | "unanswered" | "answered" | "withdrawn";
                        source: string | null;
                        recordRef: string | null;
                        system: string | null;
                        text: string;
                        /** Format: date */
                        filedOn: string;
                        filedBy: string;
                        /** @enum {string} */
                        filedThrough: "office" | "link";
                        /** @description Until when a contest is to be answered. */
                        dueOn: string | null;
                        answeredOn: string | null;
                        answeredBy: string | null;
                        outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                        answer: string | null;
                        correction: string | null;
                        withdrawnReason: string | null;
                        /** @description Oldest first. */
                        versions: {
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            supersededAt: string | null;
                            recordedBy: string;
                            text: string;
                            withdrawnReason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Replies_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "upheld" | "partly-upheld" | "rejected";
                    reason: string;
                    /** @description What is to be corrected; not where rejected. */
                    correction?: string;
                    /**
                     * Format: date
                     * @description Today where it is not given.
                     */
                    answeredOn?: string;
                };
            };
        };
        responses: {
            /** @description The contest with its answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ref: string;
                        /** @enum {string} */
                        kind: "reply" | "contest";
                        /**
                         * @description A reply is noted; a contest is unanswered until it is answered.
                         * @enum {string}
                         */
                        state: "noted" | "unanswered" | "answered" | "withdrawn";
                        source: string | null;
                        recordRef: string | null;
                        system: string | null;
                        text: string;
                        /** Format: date */
                        filedOn: string;
                        filedBy: string;
                        /** @enum {string} */
                        filedThrough: "office" | "link";
                        /** @description Until when a contest is to be answered. */
                        dueOn: string | null;
                        answeredOn: string | null;
                        answeredBy: string | null;
                        outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                        answer: string | null;
                        correction: string | null;
                        withdrawnReason: string | null;
                        /** @description Oldest first. */
                        versions: {
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            supersededAt: string | null;
                            recordedBy: string;
                            text: string;
                            withdrawnReason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Links_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links of a person: by whom, until when, how often opened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        /** @description Latest first. */
                        rows: {
                            id: number;
                            issuedBy: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            revokedAt: string | null;
                            revokedBy: string | null;
                            openedCount: number;
                            /** @description When it was last opened. */
                            openedAt: string | null;
                            /** @enum {string} */
                            state: "open" | "expired" | "revoked";
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Links_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, told once; those before it open nothing any more. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        id: number;
                        /** @description Told once, here; the token stands in its fragment, which no server is sent. */
                        path: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Links_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links of the person, this one revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        /** @description Latest first. */
                        rows: {
                            id: number;
                            issuedBy: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            revokedAt: string | null;
                            revokedBy: string | null;
                            openedCount: number;
                            /** @description When it was last opened. */
                            openedAt: string | null;
                            /** @enum {string} */
                            state: "open" | "expired" | "revoked";
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Heard_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet of whom the link (header Probity-Link) is about, and their statements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        /** @description Of the installation (IANA name): in which times are told. */
                        timeZone: string;
                        sheet: {
                            staffNo: string;
                            name: string;
                            /** @enum {string} */
                            language: "en" | "zh-CN";
                            /** Format: date */
                            asOf: string;
                            /** Format: date-time */
                            knownAt: string;
                            policyVersion: number;
                            /** @description The sum of the subtotals. */
                            total: number;
                            /** @enum {string} */
                            band: "high" | "elevated" | "watch" | "low" | "insufficient";
                            contested: boolean;
                            /** @description What the score is, and what it is not. */
                            notice: string;
                            /** @description By how much the total here may differ from the score, since opinions are rounded. */
                            mayDifferBy: number;
                            /** @description Why opinions stand as one rounded line. */
                            rounding: string;
                            /** @description Every source. */
                            parts: {
                                source: string;
                                label: string;
                                /** @description The sum of the lines and adjustments, where there are any. */
                                subtotal: number;
                                lines: {
                                    ref: string;
                                    occurredOn: string | null;
                                    /** @description Points, at most three decimals. */
                                    points: number;
                                    reason: string;
                                }[];
                                adjustments: {
                                    kind: string;
                                    label: string;
                                    /** @description Points, at most three decimals. */
                                    points: number;
                                }[];
                                /** @description Of a confidential source, which has no lines, how many records: "under 5". */
                                count: string | null;
                            }[];
                            /** @description Evidence that policy asks for and that is not there. */
                            missing: string[];
                            /** @description What is open, by due date. */
                            deadlines: {
                                kind: string;
                                label: string;
                                ref: string;
                                /** Format: date */
                                dueOn: string;
                                /** @enum {string} */
                                state: "overdue" | "due-soon" | "open" | "closed";
                                /** @enum {string} */
                                owedBy: "cadre" | "unit" | "office";
                            }[];
                            howToReply: string;
                        };
                        /** @description Latest first. */
                        statements: {
                            ref: string;
                            /** @enum {string} */
                            kind: "reply" | "contest";
                            /**
                             * @description A reply is noted; a contest is unanswered until it is answered.
                             * @enum {string}
                             */
                            state: "noted" | "unanswered" | "answered" | "withdrawn";
                            source: string | null;
                            recordRef: string | null;
                            text: string;
                            /** Format: date */
                            filedOn: string;
                            /** @enum {string} */
                            filedThrough: "office" | "link";
                            /** @description Until when a contest is to be answered. */
                            dueOn: string | null;
                            answeredOn: string | null;
                            outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                            answer: string | null;
                            correction: string | null;
                            withdrawnReason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Heard_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "reply" | "contest";
                    text: string;
                    /** @description The kind of record it is about. */
                    source?: string;
                    /** @description The record it is about. */
                    ref?: string;
                };
            };
        };
        responses: {
            /** @description The statement as it was filed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ref: string;
                        /** @enum {string} */
                        kind: "reply" | "contest";
                        /**
                         * @description A reply is noted; a contest is unanswered until it is answered.
                         * @enum {string}
                         */
                        state: "noted" | "unanswered" | "answered" | "withdrawn";
                        source: string | null;
                        recordRef: string | null;
                        text: string;
                        /** Format: date */
                        filedOn: string;
                        /** @enum {string} */
                        filedThrough: "office" | "link";
                        /** @description Until when a contest is to be answered. */
                        dueOn: string | null;
                        answeredOn: string | null;
                        outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                        answer: string | null;
                        correction: string | null;
                        withdrawnReason: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Heard_supersede: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The statement with its new text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ref: string;
                        /** @enum {string} */
                        kind: "reply" | "contest";
                        /**
                         * @description A reply is noted; a contest is unanswered until it is answered.
                         * @enum {string}
                         */
                        state: "noted" | "unanswered" | "answered" | "withdrawn";
                        source: string | null;
                        recordRef: string | null;
                        text: string;
                        /** Format: date */
                        filedOn: string;
                        /** @enum {string} */
                        filedThrough: "office" | "link";
                        /** @description Until when a contest is to be answered. */
                        dueOn: string | null;
                        answeredOn: string | null;
                        outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                        answer: string | null;
                        correction: string | null;
                        withdrawnReason: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Heard_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The statement, withdrawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ref: string;
                        /** @enum {string} */
                        kind: "reply" | "contest";
                        /**
                         * @description A reply is noted; a contest is unanswered until it is answered.
                         * @enum {string}
                         */
                        state: "noted" | "unanswered" | "answered" | "withdrawn";
                        source: string | null;
                        recordRef: string | null;
                        text: string;
                        /** Format: date */
                        filedOn: string;
                        /** @enum {string} */
                        filedThrough: "office" | "link";
                        /** @description Until when a contest is to be answered. */
                        dueOn: string | null;
                        answeredOn: string | null;
                        outcome: ("upheld" | "partly-upheld" | "rejected") | null;
                        answer: string | null;
                        correction: string | null;
                        withdrawnReason: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Sheet_show: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Of the sheet; the caller’s where it is not given. */
                language?: "en" | "zh-CN";
            };
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why this score, as the person concerned is told it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        name: string;
                        /** @enum {string} */
                        language: "en" | "zh-CN";
                        /** Format: date */
                        asOf: string;
                        /** Format: date-time */
                        knownAt: string;
                        policyVersion: number;
                        /** @description The sum of the subtotals. */
                        total: number;
                        /** @enum {string} */
                        band: "high" | "elevated" | "watch" | "low" | "insufficient";
                        contested: boolean;
                        /** @description What the score is, and what it is not. */
                        notice: string;
                        /** @description By how much the total here may differ from the score, since opinions are rounded. */
                        mayDifferBy: number;
                        /** @description Why opinions stand as one rounded line. */
                        rounding: string;
                        /** @description Every source. */
                        parts: {
                            source: string;
                            label: string;
                            /** @description The sum of the lines and adjustments, where there are any. */
                            subtotal: number;
                            lines: {
                                ref: string;
                                occurredOn: string | null;
                                /** @description Points, at most three decimals. */
                                points: number;
                                reason: string;
                            }[];
                            adjustments: {
                                kind: string;
                                label: string;
                                /** @description Points, at most three decimals. */
                                points: number;
                            }[];
                            /** @description Of a confidential source, which has no lines, how many records: "under 5". */
                            count: string | null;
                        }[];
                        /** @description Evidence that policy asks for and that is not there. */
                        missing: string[];
                        /** @description What is open, by due date. */
                        deadlines: {
                            kind: string;
                            label: string;
                            ref: string;
                            /** Format: date */
                            dueOn: string;
                            /** @enum {string} */
                            state: "overdue" | "due-soon" | "open" | "closed";
                            /** @enum {string} */
                            owedBy: "cadre" | "unit" | "office";
                        }[];
                        howToReply: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    SignOffs_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who signed off beside a high band, on which score, and what follows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffNo: string;
                        /** @description What a sign-off is, and what it is not. */
                        notice: string;
                        /** @description Latest first. */
                        rows: {
                            id: number;
                            signedBy: string;
                            /** Format: date-time */
                            signedAt: string;
                            seen: string;
                            follows: string;
                            /** Format: date */
                            asOf: string;
                            /** @description Points, as they were signed off. */
                            score: number;
                            /** @enum {string} */
                            band: "high" | "elevated" | "watch" | "low" | "insufficient";
                            policyVersion: number;
                            runId: number;
                            /** Format: date-time */
                            knownAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    SignOffs_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description As-of date; today where it is not given.
                     */
                    asOf?: string;
                    /** @description The score that was looked at; refused where it has changed. */
                    score?: number;
                    /** @description What was looked at, and why that is enough. */
                    seen: string;
                    /** @description What follows from it. */
                    follows: string;
                };
            };
        };
        responses: {
            /** @description The sign-off. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        signedBy: string;
                        /** Format: date-time */
                        signedAt: string;
                        seen: string;
                        follows: string;
                        /** Format: date */
                        asOf: string;
                        /** @description Points, as they were signed off. */
                        score: number;
                        /** @enum {string} */
                        band: "high" | "elevated" | "watch" | "low" | "insufficient";
                        policyVersion: number;
                        runId: number;
                        /** Format: date-time */
                        knownAt: string;
                        staffNo: string;
                        notice: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    TalkProposals_list: {
        parameters: {
            query?: {
                /** @description One state or several; all where not given. */
                state?: string;
                rule?: string;
                /** @description The kind agreed to, else the proposed one. */
                kind?: string;
                /** @description Unit code: its whole subtree. */
                unit?: string;
                staffNo?: string;
                /** @description Part of a name, a staff number or a record number. */
                q?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Talks that rules propose, with the reason and the record behind each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        /** @description The longest waiting first. */
                        rows: {
                            number: string;
                            version: number;
                            staffNo: string;
                            name: string;
                            unitCode: string | null;
                            unitName: string | null;
                            /** @enum {string} */
                            rule: "first-overdue-rectification" | "omitted-matter" | "concealed-matter" | "basically-competent" | "incompetent";
                            ruleLabel: string;
                            source: string;
                            /** @description The record behind it; the talk carries it as because_of. */
                            ref: string;
                            /** @enum {string} */
                            proposedKind: "communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition";
                            /**
                             * Format: date
                             * @description Since when the rule is met.
                             */
                            metOn: string;
                            reason: string;
                            policyVersion: number;
                            /**
                             * @description withdrawn: the rule no longer holds, or a talk was held already.
                             * @enum {string}
                             */
                            state: "open" | "accepted" | "declined" | "withdrawn";
                            /** @description What was agreed to. */
                            kind: ("communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition") | null;
                            plannedOn: string | null;
                            decidedOn: string | null;
                            note: string | null;
                            /** @description When a talk because of the record was held. */
                            heldOn: string | null;
                            heldRef: string | null;
                            /** Format: date-time */
                            recordedAt: string;
                            recordedBy: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    TalkProposals_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One proposed talk with what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        version: number;
                        staffNo: string;
                        name: string;
                        unitCode: string | null;
                        unitName: string | null;
                        /** @enum {string} */
                        rule: "first-overdue-rectification" | "omitted-matter" | "concealed-matter" | "basically-competent" | "incompetent";
                        ruleLabel: string;
                        source: string;
                        /** @description The record behind it; the talk carries it as because_of. */
                        ref: string;
                        /** @enum {string} */
                        proposedKind: "communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition";
                        /**
                         * Format: date
                         * @description Since when the rule is met.
                         */
                        metOn: string;
                        reason: string;
                        policyVersion: number;
                        /**
                         * @description withdrawn: the rule no longer holds, or a talk was held already.
                         * @enum {string}
                         */
                        state: "open" | "accepted" | "declined" | "withdrawn";
                        /** @description What was agreed to. */
                        kind: ("communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition") | null;
                        plannedOn: string | null;
                        decidedOn: string | null;
                        note: string | null;
                        /** @description When a talk because of the record was held. */
                        heldOn: string | null;
                        heldRef: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        recordedBy: string;
                        /** @description Oldest first. */
                        versions: {
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            recordedBy: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "withdrawn";
                            kind: ("communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition") | null;
                            plannedOn: string | null;
                            note: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    TalkProposals_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description As proposed where it is not given.
                     * @enum {string}
                     */
                    kind?: "communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition";
                    /**
                     * Format: date
                     * @description Until when it is to be held, today or later; by policy where it is not given.
                     */
                    plannedOn?: string;
                    note?: string;
                    /** @description The version that was looked at: refused where somebody has decided since. */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The talk is agreed to, and is a follow-up until it is held. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        version: number;
                        staffNo: string;
                        name: string;
                        unitCode: string | null;
                        unitName: string | null;
                        /** @enum {string} */
                        rule: "first-overdue-rectification" | "omitted-matter" | "concealed-matter" | "basically-competent" | "incompetent";
                        ruleLabel: string;
                        source: string;
                        /** @description The record behind it; the talk carries it as because_of. */
                        ref: string;
                        /** @enum {string} */
                        proposedKind: "communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition";
                        /**
                         * Format: date
                         * @description Since when the rule is met.
                         */
                        metOn: string;
                        reason: string;
                        policyVersion: number;
                        /**
                         * @description withdrawn: the rule no longer holds, or a talk was held already.
                         * @enum {string}
                         */
                        state: "open" | "accepted" | "declined" | "withdrawn";
                        /** @description What was agreed to. */
                        kind: ("communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition") | null;
                        plannedOn: string | null;
                        decidedOn: string | null;
                        note: string | null;
                        /** @description When a talk because of the record was held. */
                        heldOn: string | null;
                        heldRef: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        recordedBy: string;
                        /** @description Oldest first. */
                        versions: {
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            recordedBy: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "withdrawn";
                            kind: ("communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition") | null;
                            plannedOn: string | null;
                            note: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    TalkProposals_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description The version that was looked at: refused where somebody has decided since. */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The talk is declined, or called off; it is not proposed again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        version: number;
                        staffNo: string;
                        name: string;
                        unitCode: string | null;
                        unitName: string | null;
                        /** @enum {string} */
                        rule: "first-overdue-rectification" | "omitted-matter" | "concealed-matter" | "basically-competent" | "incompetent";
                        ruleLabel: string;
                        source: string;
                        /** @description The record behind it; the talk carries it as because_of. */
                        ref: string;
                        /** @enum {string} */
                        proposedKind: "communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition";
                        /**
                         * Format: date
                         * @description Since when the rule is met.
                         */
                        metOn: string;
                        reason: string;
                        policyVersion: number;
                        /**
                         * @description withdrawn: the rule no longer holds, or a talk was held already.
                         * @enum {string}
                         */
                        state: "open" | "accepted" | "declined" | "withdrawn";
                        /** @description What was agreed to. */
                        kind: ("communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition") | null;
                        plannedOn: string | null;
                        decidedOn: string | null;
                        note: string | null;
                        /** @description When a talk because of the record was held. */
                        heldOn: string | null;
                        heldRef: string | null;
                        /** Format: date-time */
                        recordedAt: string;
                        recordedBy: string;
                        /** @description Oldest first. */
                        versions: {
                            version: number;
                            /** Format: date-time */
                            recordedAt: string;
                            recordedBy: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "withdrawn";
                            kind: ("communication" | "inquiry" | "reminding" | "helping" | "post_adjustment" | "admonition") | null;
                            plannedOn: string | null;
                            note: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    FindingMarks_list: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Both where it is not given. */
                mark?: "recurring" | "reopened";
                /** @description Unit code: its whole subtree. */
                unit?: string;
                staffNo?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Audit findings that recur, or that a failed return visit reopened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        /** @description Of all, whatever mark was asked for. */
                        recurringCount: number;
                        reopenedCount: number;
                        total: number;
                        /** @description The latest first. */
                        rows: {
                            staffNo: string;
                            name: string;
                            unitCode: string | null;
                            unitName: string | null;
                            ref: string;
                            system: string;
                            auditNo: string;
                            category: string | null;
                            severity: number;
                            /** Format: date */
                            foundOn: string;
                            /** @description The latest earlier finding of the same category, of the person or of the post. */
                            earlier: {
                                staffNo: string;
                                name: string;
                                ref: string;
                                auditNo: string;
                                /** Format: date */
                                foundOn: string;
                                /** @description False: of who held the post before. */
                                samePerson: boolean;
                            } | null;
                            /** @description A return visit found the problem still there. */
                            reopened: {
                                /** Format: date */
                                visitedOn: string;
                                rectifiedAgainOn: string | null;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    RandomChecks_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draws, each with its seed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The latest first. */
                        rows: {
                            id: number;
                            year: number;
                            /** @description Null: the whole tree. */
                            unitCode: string | null;
                            algorithm: string;
                            seed: string;
                            share: number;
                            populationCount: number;
                            drawnCount: number;
                            /** @description Whoever’s hash is not greater was drawn. */
                            threshold: string;
                            /** Format: date */
                            drawnOn: string;
                            /** Format: date-time */
                            drawnAt: string;
                            drawnBy: string;
                            policyVersion: number;
                            /** @description How many are checked, as far as the caller may see them. */
                            toCheckCount: number;
                            /** @description How many of these have been checked. */
                            checkedCount: number;
                            /** @description In how many reports something was omitted or concealed. */
                            wrongCount: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    RandomChecks_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The year that the reports are about. */
                    year: number;
                    /** @description Whose subtree is drawn from; the caller’s whole scope where not given. */
                    unit?: string;
                    /** @description A text that witnesses chose before the draw; it becomes the end of the seed. */
                    witness?: string;
                };
            };
        };
        responses: {
            /** @description Lots were drawn; whoever was drawn is to be checked. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        year: number;
                        /** @description Null: the whole tree. */
                        unitCode: string | null;
                        algorithm: string;
                        seed: string;
                        share: number;
                        populationCount: number;
                        drawnCount: number;
                        /** @description Whoever’s hash is not greater was drawn. */
                        threshold: string;
                        /** Format: date */
                        drawnOn: string;
                        /** Format: date-time */
                        drawnAt: string;
                        drawnBy: string;
                        policyVersion: number;
                        /** @description How many are checked, as far as the caller may see them. */
                        toCheckCount: number;
                        /** @description How many of these have been checked. */
                        checkedCount: number;
                        /** @description In how many reports something was omitted or concealed. */
                        wrongCount: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    RandomChecks_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One draw. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        year: number;
                        /** @description Null: the whole tree. */
                        unitCode: string | null;
                        algorithm: string;
                        seed: string;
                        share: number;
                        populationCount: number;
                        drawnCount: number;
                        /** @description Whoever’s hash is not greater was drawn. */
                        threshold: string;
                        /** Format: date */
                        drawnOn: string;
                        /** Format: date-time */
                        drawnAt: string;
                        drawnBy: string;
                        policyVersion: number;
                        /** @description How many are checked, as far as the caller may see them. */
                        toCheckCount: number;
                        /** @description How many of these have been checked. */
                        checkedCount: number;
                        /** @description In how many reports something was omitted or concealed. */
                        wrongCount: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    RandomChecks_people: {
        parameters: {
            query?: {
                /** @description Only those who are checked, or only the others. */
                toCheck?: "true" | "false";
                checked?: "true" | "false";
                /** @description Part of a name or a staff number. */
                q?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody whose lot was drawn, and who joined for a promotion. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        /** @description By place, then those who joined without a lot. */
                        rows: {
                            staffNo: string;
                            /** @description The staff number that the lot was drawn for. */
                            drawnAs: string;
                            name: string;
                            unitCode: string | null;
                            unitName: string | null;
                            /** @description Null for whoever joined without a lot. */
                            place: number | null;
                            hash: string | null;
                            drawn: boolean;
                            /** @description Why the report is checked. */
                            reasons: ("random" | "promotion")[];
                            caseNo: string | null;
                            agreedOn: string | null;
                            dueOn: string | null;
                            reportRef: string | null;
                            checkResult: ("consistent" | "omitted" | "concealed") | null;
                            checkedOn: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Units_list: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit tree in pre-order, with how many people each subtree has. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        runId: number;
                        /**
                         * Format: date-time
                         * @description Everything committed up to here is in it.
                         */
                        knownAt: string;
                        /** @description Records or a policy have come since these were scored. */
                        stale: boolean;
                        /** @description The as-of date lies ahead. */
                        projection: boolean;
                        /** @description The tree in pre-order: a unit, then its subtree; without units that are closed by that day and have nobody left. */
                        rows: {
                            code: string;
                            name: string;
                            /** @description null at the top of what the caller may see. */
                            parentCode: string | null;
                            depth: number;
                            /** @description There is no such unit from this day on; whoever is still in it is left there. */
                            closedOn: string | null;
                            /** @description People in service in its whole subtree; null: hidden from leaders. */
                            cadreCount: number | null;
                            /**
                             * @description A null beside it is hidden, since the group is small or would give a small one away.
                             * @enum {boolean}
                             */
                            suppressed?: true;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Units_names: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit tree in pre-order, without anything about its people. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            code: string;
                            name: string;
                            /** @description null at the top of what the caller may see. */
                            parentCode: string | null;
                            depth: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Units_summaries: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Unit code: its whole subtree. */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One row for each unit; also as text/csv and as an Arrow stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        runId: number;
                        /**
                         * Format: date-time
                         * @description Everything committed up to here is in it.
                         */
                        knownAt: string;
                        /** @description Records or a policy have come since these were scored. */
                        stale: boolean;
                        /** @description The as-of date lies ahead. */
                        projection: boolean;
                        /** @description In pre-order. */
                        rows: {
                            /** @description For leaders rounded to the nearest 5; null: hidden. */
                            cadreCount: number | null;
                            bands: {
                                [key: string]: number | null;
                            };
                            /** @description Points, at most three decimals; null over nobody. For leaders whole points, or hidden. */
                            meanScore: number | null;
                            /**
                             * @description A null beside it is hidden, since the group is small or would give a small one away.
                             * @enum {boolean}
                             */
                            suppressed?: true;
                            code: string;
                            name: string;
                            parentCode: string | null;
                            depth: number;
                            /** @description For leaders rounded to the nearest 5; null: hidden. */
                            overdueCount: number | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Units_show: {
        parameters: {
            query?: {
                /** @description As-of date; today where it is not given. */
                asOf?: string;
                /** @description Month ends in the trend. */
                months?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A unit: its people counted, over time, against its parts, and what is late. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For leaders rounded to the nearest 5; null: hidden. */
                        cadreCount: number | null;
                        bands: {
                            [key: string]: number | null;
                        };
                        /** @description Points, at most three decimals; null over nobody. For leaders whole points, or hidden. */
                        meanScore: number | null;
                        /**
                         * @description A null beside it is hidden, since the group is small or would give a small one away.
                         * @enum {boolean}
                         */
                        suppressed?: true;
                        code: string;
                        name: string;
                        parentCode: string | null;
                        closedOn: string | null;
                        /** @description Units that came or left after the as-of date. All counts are by today’s tree. */
                        movedSince: {
                            code: string;
                            /** Format: date */
                            movedOn: string;
                            fromCode: string | null;
                            toCode: string | null;
                        }[];
                        /** Format: date */
                        asOf: string;
                        policyVersion: number;
                        runId: number;
                        /**
                         * Format: date-time
                         * @description Everything committed up to here is in it.
                         */
                        knownAt: string;
                        /** @description Records or a policy have come since these were scored. */
                        stale: boolean;
                        /** @description The as-of date lies ahead. */
                        projection: boolean;
                        /** @description Empty for leaders: bars as fine as these would give small groups away. */
                        histogram: {
                            from: number;
                            to: number;
                            count: number;
                        }[];
                        /** @description Month ends before the as-of date, oldest first, by replay; then the date itself. */
                        trend: {
                            /** @description For leaders rounded to the nearest 5; null: hidden. */
                            cadreCount: number | null;
                            bands: {
                                [key: string]: number | null;
                            };
                            /** @description Points, at most three decimals; null over nobody. For leaders whole points, or hidden. */
                            meanScore: number | null;
                            /**
                             * @description A null beside it is hidden, since the group is small or would give a small one away.
                             * @enum {boolean}
                             */
                            suppressed?: true;
                            /** Format: date */
                            asOf: string;
                        }[];
                        /** @description The same, a year before. */
                        yearBefore: {
                            /** @description For leaders rounded to the nearest 5; null: hidden. */
                            cadreCount: number | null;
                            bands: {
                                [key: string]: number | null;
                            };
                            /** @description Points, at most three decimals; null over nobody. For leaders whole points, or hidden. */
                            meanScore: number | null;
                            /**
                             * @description A null beside it is hidden, since the group is small or would give a small one away.
                             * @enum {boolean}
                             */
                            suppressed?: true;
                            /** Format: date */
                            asOf: string;
                        };
                        /** @description By kind of follow-up; inherited ones left out. For leaders what units owe. */
                        overdue: {
                            [key: string]: number | null;
                        };
                        /** @description By kind: what falls due in the as-of date’s year, and how much of it is closed. */
                        completion: {
                            [key: string]: {
                                /** @description For leaders rounded to the nearest 5; null: hidden. */
                                due: number | null;
                                /** @description For leaders rounded to the nearest 5; null: hidden. */
                                closed: number | null;
                                /**
                                 * @description A null beside it is hidden, since the group is small or would give a small one away.
                                 * @enum {boolean}
                                 */
                                suppressed?: true;
                            };
                        };
                        children: {
                            /** @description For leaders rounded to the nearest 5; null: hidden. */
                            cadreCount: number | null;
                            bands: {
                                [key: string]: number | null;
                            };
                            /** @description Points, at most three decimals; null over nobody. For leaders whole points, or hidden. */
                            meanScore: number | null;
                            /**
                             * @description A null beside it is hidden, since the group is small or would give a small one away.
                             * @enum {boolean}
                             */
                            suppressed?: true;
                            code: string;
                            name: string;
                            /** @description Overdue follow-ups about its people, whoever owes them; for leaders what units owe. */
                            overdueCount: number | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Session_ways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which ways to sign in there are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: boolean;
                        /** @description Whether GET session/oidc leads to an identity provider. */
                        oidc: boolean;
                        /** @description Whether the link that a start prints is still good. */
                        setup: boolean;
                        /** @description How many characters a new password may have. */
                        passwordLength: {
                            least: number;
                            most: number;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Session_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks, about whom they may ask, and what today is here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        roles: string[];
                        scope: {
                            /** @description null: the whole tree. */
                            unitCode: string | null;
                            unitName: string | null;
                        };
                        /** @description What may be imported; null: everything. */
                        kinds: string[] | null;
                        mayApprove: boolean;
                        /** @description Whether this stands in for an administrator until one has enrolled. */
                        setup: boolean;
                        /** @description The account, and which ways to sign in it has set up; null for a token without one. */
                        account: {
                            id: number;
                            displayName: string;
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        } | null;
                        /** @description To be sent as x-csrf-token with every change; null where no cookie is used. */
                        csrfToken: string | null;
                        /** @description Whether what is shown is demonstration data. */
                        demo: boolean;
                        /** Format: date */
                        today: string;
                        timeZone: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    password: string;
                    /** @description Of an authenticator, or a recovery code, if set up. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the session is in the cookie. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        roles: string[];
                        scope: {
                            /** @description null: the whole tree. */
                            unitCode: string | null;
                            unitName: string | null;
                        };
                        /** @description What may be imported; null: everything. */
                        kinds: string[] | null;
                        mayApprove: boolean;
                        /** @description Whether this stands in for an administrator until one has enrolled. */
                        setup: boolean;
                        /** @description The account, and which ways to sign in it has set up; null for a token without one. */
                        account: {
                            id: number;
                            displayName: string;
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        } | null;
                        /** @description To be sent as x-csrf-token with every change; null where no cookie is used. */
                        csrfToken: string | null;
                        /** @description Whether what is shown is demonstration data. */
                        demo: boolean;
                        /** Format: date */
                        today: string;
                        timeZone: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Session_redeem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description The new password, where it is an account's link. */
                    password?: string;
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Signed in by a one-time link, which is used up now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        roles: string[];
                        scope: {
                            /** @description null: the whole tree. */
                            unitCode: string | null;
                            unitName: string | null;
                        };
                        /** @description What may be imported; null: everything. */
                        kinds: string[] | null;
                        mayApprove: boolean;
                        /** @description Whether this stands in for an administrator until one has enrolled. */
                        setup: boolean;
                        /** @description The account, and which ways to sign in it has set up; null for a token without one. */
                        account: {
                            id: number;
                            displayName: string;
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        } | null;
                        /** @description To be sent as x-csrf-token with every change; null where no cookie is used. */
                        csrfToken: string | null;
                        /** @description Whether what is shown is demonstration data. */
                        demo: boolean;
                        /** Format: date */
                        today: string;
                        timeZone: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    OwnSignIn_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    present: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description The password is changed; all sessions have ended, and a new one begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        roles: string[];
                        scope: {
                            /** @description null: the whole tree. */
                            unitCode: string | null;
                            unitName: string | null;
                        };
                        /** @description What may be imported; null: everything. */
                        kinds: string[] | null;
                        mayApprove: boolean;
                        /** @description Whether this stands in for an administrator until one has enrolled. */
                        setup: boolean;
                        /** @description The account, and which ways to sign in it has set up; null for a token without one. */
                        account: {
                            id: number;
                            displayName: string;
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        } | null;
                        /** @description To be sent as x-csrf-token with every change; null where no cookie is used. */
                        csrfToken: string | null;
                        /** @description Whether what is shown is demonstration data. */
                        demo: boolean;
                        /** Format: date */
                        today: string;
                        timeZone: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    OwnSignIn_confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description The second factor is in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once; each is good once. */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    OwnSignIn_beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description A second factor to be put into an authenticator, then confirmed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        /** @description For a QR code. */
                        otpauthUrl: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    OwnSignIn_removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    OwnSignIn_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your own sessions, the latest used first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            /** @description Whether it is the one that asks. */
                            present: boolean;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            seenAt: string;
                            address: string;
                            agent: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    OwnSignIn_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_list: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All accounts, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            name: string;
                            displayName: string;
                            roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                            unitCode: string | null;
                            kinds: string[] | null;
                            staffNo: string | null;
                            oidcName: string | null;
                            /** @description Which ways to sign in are set up. */
                            signIn: {
                                password: boolean;
                                totp: boolean;
                                oidc: boolean;
                            };
                            disabledAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            recusals: {
                                staffNo: string;
                                reason: string;
                                recusedBy: string;
                                /** Format: date-time */
                                recusedAt: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By which they sign in and the audit log knows them. It stays. */
                    name: string;
                    /** @description How screens call them; the name where it is absent. */
                    displayName?: string;
                    roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                    /** @description The part of the tree that they may see; all of it if null. Not kept for data officers and auditors alone, whom no unit limits. */
                    unitCode?: string | null;
                    /** @description What a data officer may import; everything if null. */
                    kinds?: ("units" | "unit-quotas" | "cadres" | "cadre-aliases" | "postings" | "appointment-case" | "sanctions" | "outcomes" | "calendar-days" | "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice")[] | null;
                    /** @description The person whom the account belongs to, if on record. */
                    staffNo?: string | null;
                    /** @description preferred_username or verified email by which the identity provider knows them. */
                    oidcName?: string | null;
                };
            };
        };
        responses: {
            /** @description The new account. It cannot sign in yet: give it a link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        displayName: string;
                        roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                        unitCode: string | null;
                        kinds: string[] | null;
                        staffNo: string | null;
                        oidcName: string | null;
                        /** @description Which ways to sign in are set up. */
                        signIn: {
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        };
                        disabledAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                        recusals: {
                            staffNo: string;
                            reason: string;
                            recusedBy: string;
                            /** Format: date-time */
                            recusedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        displayName: string;
                        roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                        unitCode: string | null;
                        kinds: string[] | null;
                        staffNo: string | null;
                        oidcName: string | null;
                        /** @description Which ways to sign in are set up. */
                        signIn: {
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        };
                        disabledAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                        recusals: {
                            staffNo: string;
                            reason: string;
                            recusedBy: string;
                            /** Format: date-time */
                            recusedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How screens call them; the name where it is absent. */
                    displayName?: string;
                    roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                    /** @description The part of the tree that they may see; all of it if null. Not kept for data officers and auditors alone, whom no unit limits. */
                    unitCode?: string | null;
                    /** @description What a data officer may import; everything if null. */
                    kinds?: ("units" | "unit-quotas" | "cadres" | "cadre-aliases" | "postings" | "appointment-case" | "sanctions" | "outcomes" | "calendar-days" | "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice")[] | null;
                    /** @description The person whom the account belongs to, if on record. */
                    staffNo?: string | null;
                    /** @description preferred_username or verified email by which the identity provider knows them. */
                    oidcName?: string | null;
                };
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        displayName: string;
                        roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                        unitCode: string | null;
                        kinds: string[] | null;
                        staffNo: string | null;
                        oidcName: string | null;
                        /** @description Which ways to sign in are set up. */
                        signIn: {
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        };
                        disabledAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                        recusals: {
                            staffNo: string;
                            reason: string;
                            recusedBy: string;
                            /** Format: date-time */
                            recusedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, which can do nothing from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        displayName: string;
                        roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                        unitCode: string | null;
                        kinds: string[] | null;
                        staffNo: string | null;
                        oidcName: string | null;
                        /** @description Which ways to sign in are set up. */
                        signIn: {
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        };
                        disabledAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                        recusals: {
                            staffNo: string;
                            reason: string;
                            recusedBy: string;
                            /** Format: date-time */
                            recusedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, which can sign in again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        displayName: string;
                        roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                        unitCode: string | null;
                        kinds: string[] | null;
                        staffNo: string | null;
                        oidcName: string | null;
                        /** @description Which ways to sign in are set up. */
                        signIn: {
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        };
                        disabledAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                        recusals: {
                            staffNo: string;
                            reason: string;
                            recusedBy: string;
                            /** Format: date-time */
                            recusedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whether it also takes the second factor away, for whoever has lost it.
                     * @default false
                     */
                    withoutTotp?: boolean;
                };
            };
        };
        responses: {
            /** @description A link by which the person sets a password and signs in, once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To be given to the person; shown this once, good once. */
                        url: string;
                        token: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_recuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    staffNo: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The account, which does not see that person from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        displayName: string;
                        roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                        unitCode: string | null;
                        kinds: string[] | null;
                        staffNo: string | null;
                        oidcName: string | null;
                        /** @description Which ways to sign in are set up. */
                        signIn: {
                            password: boolean;
                            totp: boolean;
                            oidc: boolean;
                        };
                        disabledAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        /** Format: date-time */
                        changedAt: string;
                        changedBy: string;
                        recusals: {
                            staffNo: string;
                            reason: string;
                            recusedBy: string;
                            /** Format: date-time */
                            recusedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Users_endRecusal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                staffNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Tokens_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your own tokens; to an administrator, all. Never the tokens themselves. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            name: string;
                            roles: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                            /** @description The unit that it keeps to, its own or that of whoever made it; null where none limits it. */
                            unit: string | null;
                            kinds: string[] | null;
                            system: string | null;
                            madeBy: string;
                            /** Format: date-time */
                            madeAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The one role; or give roles.
                     * @enum {string}
                     */
                    role?: "inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service";
                    roles?: ("inspector" | "leader" | "data-officer" | "administrator" | "approver" | "auditor" | "service")[];
                    /** @description Unit code: its whole subtree; without it as far as yours. Not kept for data officers and auditors, whom no unit limits. */
                    unit?: string | null;
                    /** @description What a data officer may import; without it all. */
                    kinds?: ("units" | "unit-quotas" | "cadres" | "cadre-aliases" | "postings" | "appointment-case" | "sanctions" | "outcomes" | "calendar-days" | "inspection-opinion" | "debriefing-score" | "audit-finding" | "personal-matter-report" | "reminder-talk" | "education-session" | "heart-to-heart-talk" | "headcount-review" | "file-review" | "joint-review-reply" | "inspection-notice")[] | null;
                    /** @description The one system it imports from; without it any. */
                    system?: string | null;
                    /**
                     * @description How long it is good.
                     * @default 90
                     */
                    days?: number;
                    /** @description What it is for. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The token, shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Shown this once. */
                        token: string;
                        /** @description The unit that it keeps to; null where none limits it. */
                        unit: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Tokens_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    FirstImports_ofImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is proposed after the first file of a kind; else null. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        proposal: {
                            kind: string;
                            importId: number;
                            /**
                             * @description waiting: accepted by one person, as a draft of the policy that waits for another.
                             * @enum {string}
                             */
                            state: "open" | "waiting" | "accepted" | "declined";
                            /** @description The draft that waits. */
                            proposalId: number | null;
                            /** @description Follow-ups that come of the records, and have no day yet to count from. */
                            countFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                            /** @description Obligations without a record that are not asked for yet. */
                            expectedFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                            asThingsStand: {
                                /** @description Follow-ups of these kinds that would count as overdue today. */
                                overdueCount: number;
                                /** @description Overdue ones that would be kept apart as inherited. */
                                inheritedCount: number;
                            };
                            options: {
                                /** @description Follow-ups of these kinds that would count as overdue today. */
                                overdueCount: number;
                                /** @description Overdue ones that would be kept apart as inherited. */
                                inheritedCount: number;
                                /** Format: date */
                                from: string;
                            }[];
                            decidedBy: string | null;
                            decidedAt: string | null;
                            /** @description The version that an accepted proposal became. */
                            policyVersion: number | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    FirstImports_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proposals that nobody has decided on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            kind: string;
                            importId: number;
                            /**
                             * @description waiting: accepted by one person, as a draft of the policy that waits for another.
                             * @enum {string}
                             */
                            state: "open" | "waiting" | "accepted" | "declined";
                            /** @description The draft that waits. */
                            proposalId: number | null;
                            /** @description Follow-ups that come of the records, and have no day yet to count from. */
                            countFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                            /** @description Obligations without a record that are not asked for yet. */
                            expectedFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                            asThingsStand: {
                                /** @description Follow-ups of these kinds that would count as overdue today. */
                                overdueCount: number;
                                /** @description Overdue ones that would be kept apart as inherited. */
                                inheritedCount: number;
                            };
                            options: {
                                /** @description Follow-ups of these kinds that would count as overdue today. */
                                overdueCount: number;
                                /** @description Overdue ones that would be kept apart as inherited. */
                                inheritedCount: number;
                                /** Format: date */
                                from: string;
                            }[];
                            decidedBy: string | null;
                            decidedAt: string | null;
                            /** @description The version that an accepted proposal became. */
                            policyVersion: number | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    FirstImports_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "accept";
                    /**
                     * Format: date
                     * @description Overdue before this day: inherited.
                     */
                    countFrom?: string;
                    /**
                     * Format: date
                     * @description Asked for without a record from this day.
                     */
                    expectedFrom?: string;
                } | {
                    /** @enum {string} */
                    decision: "decline";
                };
            };
        };
        responses: {
            /** @description Declined: nothing changed. While the product is set up also accepted: a new version of the policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        importId: number;
                        /**
                         * @description waiting: accepted by one person, as a draft of the policy that waits for another.
                         * @enum {string}
                         */
                        state: "open" | "waiting" | "accepted" | "declined";
                        /** @description The draft that waits. */
                        proposalId: number | null;
                        /** @description Follow-ups that come of the records, and have no day yet to count from. */
                        countFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                        /** @description Obligations without a record that are not asked for yet. */
                        expectedFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                        asThingsStand: {
                            /** @description Follow-ups of these kinds that would count as overdue today. */
                            overdueCount: number;
                            /** @description Overdue ones that would be kept apart as inherited. */
                            inheritedCount: number;
                        };
                        options: {
                            /** @description Follow-ups of these kinds that would count as overdue today. */
                            overdueCount: number;
                            /** @description Overdue ones that would be kept apart as inherited. */
                            inheritedCount: number;
                            /** Format: date */
                            from: string;
                        }[];
                        decidedBy: string | null;
                        decidedAt: string | null;
                        /** @description The version that an accepted proposal became. */
                        policyVersion: number | null;
                    };
                };
            };
            /** @description Accepted, as a draft of the policy that waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: string;
                        importId: number;
                        /**
                         * @description waiting: accepted by one person, as a draft of the policy that waits for another.
                         * @enum {string}
                         */
                        state: "open" | "waiting" | "accepted" | "declined";
                        /** @description The draft that waits. */
                        proposalId: number | null;
                        /** @description Follow-ups that come of the records, and have no day yet to count from. */
                        countFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                        /** @description Obligations without a record that are not asked for yet. */
                        expectedFrom: ("rectify-finding" | "return-visit" | "re-rectify-finding" | "submit-report" | "verify-opinion" | "decide-failed-debriefing" | "correct-after-talk" | "headcount-review" | "file-review" | "inspection-notice" | "joint-review" | "probation-review" | "hold-debriefing" | "heart-to-heart" | "train" | "hold-audit" | "check-report" | "hold-talk" | "answer-contest")[];
                        asThingsStand: {
                            /** @description Follow-ups of these kinds that would count as overdue today. */
                            overdueCount: number;
                            /** @description Overdue ones that would be kept apart as inherited. */
                            inheritedCount: number;
                        };
                        options: {
                            /** @description Follow-ups of these kinds that would count as overdue today. */
                            overdueCount: number;
                            /** @description Overdue ones that would be kept apart as inherited. */
                            inheritedCount: number;
                            /** Format: date */
                            from: string;
                        }[];
                        decidedBy: string | null;
                        decidedAt: string | null;
                        /** @description The version that an accepted proposal became. */
                        policyVersion: number | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    PolicyPreview_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document?: {
                        [key: string]: unknown;
                    };
                    changes?: {
                        [key: string]: unknown;
                    };
                    /** @description The number of a draft: all that an approver may ask. */
                    proposal?: number;
                };
            };
        };
        responses: {
            /** @description What a new version would change today. Nothing is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        /** @description The version that it is compared with. */
                        policyVersion: number;
                        changes: {
                            path: string;
                            before: unknown;
                            after: unknown;
                        }[];
                        cadreCount: number;
                        /** @description How many would have another total. */
                        rescoredCount: number;
                        bands: {
                            [key: string]: {
                                before: number;
                                after: number;
                            };
                        };
                        /** @description How many would go from one band to another. */
                        moves: {
                            /** @enum {string} */
                            from: "high" | "elevated" | "watch" | "low" | "insufficient";
                            /** @enum {string} */
                            to: "high" | "elevated" | "watch" | "low" | "insufficient";
                            count: number;
                        }[];
                        /** @description Some of those, the highest first; null for callers who see no people. */
                        people: {
                            staffNo: string;
                            name: string;
                            /** @enum {string} */
                            from: "high" | "elevated" | "watch" | "low" | "insufficient";
                            /** @enum {string} */
                            to: "high" | "elevated" | "watch" | "low" | "insufficient";
                            /** @description Points it would be. */
                            score: number;
                        }[] | null;
                        /** @description Overdue follow-ups by kind, where their number would be another; all but those of people hidden from you. */
                        overdue: {
                            [key: string]: {
                                before: number;
                                after: number;
                            };
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedules that the caller made, by name; all for whoever sees everybody. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            name: string;
                            /** @enum {string} */
                            what: "rankings" | "unit-summaries" | "follow-ups";
                            unit: string | null;
                            filters: {
                                [key: string]: string;
                            };
                            cron: string;
                            timeZone: string;
                            bom: boolean;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description The next three due times. */
                            nextDueAt: string[];
                            lastRun: {
                                id: number;
                                scheduleId: number;
                                /** Format: date-time */
                                dueAt: string;
                                /** @description Who asked for it out of turn. */
                                requestedBy: string | null;
                                /**
                                 * @description failed is tried again up to four times, each time after a longer while.
                                 * @enum {string}
                                 */
                                status: "queued" | "running" | "written" | "failed";
                                attempts: number;
                                /** Format: date */
                                asOf: string;
                                startedAt: string | null;
                                finishedAt: string | null;
                                rowCount: number | null;
                                byteCount: number | null;
                                sha256: string | null;
                                /** @description Its name in the export folder. */
                                file: string | null;
                                error: string | null;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Files are named after it. */
                    name: string;
                    /** @enum {string} */
                    what: "rankings" | "unit-summaries" | "follow-ups";
                    /** @description Unit code: its whole subtree. Everything where it is not given. */
                    unit?: string | null;
                    /** @description Further parameters of the list, by name, as its route takes them. */
                    filters?: {
                        [key: string]: string | number | boolean;
                    };
                    /** @description Five fields: minute, hour, day of month, month, day of week. */
                    cron: string;
                    /** @description IANA time zone of the cron expression; the server's where it is not given. */
                    timeZone?: string;
                    /**
                     * @description Whether files begin with a byte order mark, for Excel.
                     * @default true
                     */
                    bom?: boolean;
                };
            };
        };
        responses: {
            /** @description The new schedule. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** @enum {string} */
                        what: "rankings" | "unit-summaries" | "follow-ups";
                        unit: string | null;
                        filters: {
                            [key: string]: string;
                        };
                        cron: string;
                        timeZone: string;
                        bom: boolean;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description The next three due times. */
                        nextDueAt: string[];
                        lastRun: {
                            id: number;
                            scheduleId: number;
                            /** Format: date-time */
                            dueAt: string;
                            /** @description Who asked for it out of turn. */
                            requestedBy: string | null;
                            /**
                             * @description failed is tried again up to four times, each time after a longer while.
                             * @enum {string}
                             */
                            status: "queued" | "running" | "written" | "failed";
                            attempts: number;
                            /** Format: date */
                            asOf: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            rowCount: number | null;
                            byteCount: number | null;
                            sha256: string | null;
                            /** @description Its name in the export folder. */
                            file: string | null;
                            error: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One schedule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** @enum {string} */
                        what: "rankings" | "unit-summaries" | "follow-ups";
                        unit: string | null;
                        filters: {
                            [key: string]: string;
                        };
                        cron: string;
                        timeZone: string;
                        bom: boolean;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description The next three due times. */
                        nextDueAt: string[];
                        lastRun: {
                            id: number;
                            scheduleId: number;
                            /** Format: date-time */
                            dueAt: string;
                            /** @description Who asked for it out of turn. */
                            requestedBy: string | null;
                            /**
                             * @description failed is tried again up to four times, each time after a longer while.
                             * @enum {string}
                             */
                            status: "queued" | "running" | "written" | "failed";
                            attempts: number;
                            /** Format: date */
                            asOf: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            rowCount: number | null;
                            byteCount: number | null;
                            sha256: string | null;
                            /** @description Its name in the export folder. */
                            file: string | null;
                            error: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Files are named after it. */
                    name: string;
                    /** @enum {string} */
                    what: "rankings" | "unit-summaries" | "follow-ups";
                    /** @description Unit code: its whole subtree. Everything where it is not given. */
                    unit?: string | null;
                    /** @description Further parameters of the list, by name, as its route takes them. */
                    filters?: {
                        [key: string]: string | number | boolean;
                    };
                    /** @description Five fields: minute, hour, day of month, month, day of week. */
                    cron: string;
                    /** @description IANA time zone of the cron expression; the server's where it is not given. */
                    timeZone?: string;
                    /**
                     * @description Whether files begin with a byte order mark, for Excel.
                     * @default true
                     */
                    bom?: boolean;
                };
            };
        };
        responses: {
            /** @description The schedule as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** @enum {string} */
                        what: "rankings" | "unit-summaries" | "follow-ups";
                        unit: string | null;
                        filters: {
                            [key: string]: string;
                        };
                        cron: string;
                        timeZone: string;
                        bom: boolean;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description The next three due times. */
                        nextDueAt: string[];
                        lastRun: {
                            id: number;
                            scheduleId: number;
                            /** Format: date-time */
                            dueAt: string;
                            /** @description Who asked for it out of turn. */
                            requestedBy: string | null;
                            /**
                             * @description failed is tried again up to four times, each time after a longer while.
                             * @enum {string}
                             */
                            status: "queued" | "running" | "written" | "failed";
                            attempts: number;
                            /** Format: date */
                            asOf: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            rowCount: number | null;
                            byteCount: number | null;
                            sha256: string | null;
                            /** @description Its name in the export folder. */
                            file: string | null;
                            error: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run that will write a file now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_runs: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was written and what was not, the latest first; of removed schedules too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            scheduleId: number;
                            /** Format: date-time */
                            dueAt: string;
                            /** @description Who asked for it out of turn. */
                            requestedBy: string | null;
                            /**
                             * @description failed is tried again up to four times, each time after a longer while.
                             * @enum {string}
                             */
                            status: "queued" | "running" | "written" | "failed";
                            attempts: number;
                            /** Format: date */
                            asOf: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            rowCount: number | null;
                            byteCount: number | null;
                            sha256: string | null;
                            /** @description Its name in the export folder. */
                            file: string | null;
                            error: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Exports_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file that a run wrote. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                /** @description First day, in the time zone of the product. */
                from?: string;
                /** @description Last day, in the time zone of the product. */
                to?: string;
                /** @description Who asked: an account, with all its tokens, or a token. */
                subject?: string;
                /** @description Staff number of a person whom the answer showed, or who was asked about. */
                person?: string;
                /** @description An operation of this document, such as Cadres_score. */
                action?: string;
                outcome?: "served" | "refused" | "failed" | "asked";
                /** @description Only entries before this number: the `next` of the page before. */
                before?: number;
                limit?: number;
                /** @description false: a CSV without a byte order mark. */
                bom?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the audit log, the newest first; as CSV, all of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            subject: string;
                            roles: string[];
                            action: string;
                            /** @enum {string} */
                            phase: "asked" | "answered" | "opened" | "completed";
                            method: string;
                            route: string;
                            parameters: {
                                path: {
                                    [key: string]: string;
                                };
                                query: {
                                    [key: string]: string;
                                };
                            };
                            people: string[];
                            /** @enum {string} */
                            outcome: "served" | "refused" | "failed" | "asked";
                            status: number | null;
                            denied: string | null;
                            address: string;
                            requestId: string;
                            rowCount: number | null;
                            byteCount: number | null;
                            sha256: string | null;
                            /** @description Whose token asked; null where an account asked itself. Looked up, no part of the chain. */
                            account: string | null;
                            hash: string;
                        }[];
                        /** @description `before` of the next page; null on the last one. */
                        next: number | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Audit_lookers: {
        parameters: {
            query?: {
                /** @description First day, in the time zone of the product. */
                from?: string;
                /** @description Last day, in the time zone of the product. */
                to?: string;
            };
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who looked at a person, and who was refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        lookers: {
                            subject: string;
                            /** @description Whose token asked; null where an account asked itself. Looked up, no part of the chain. */
                            account: string | null;
                            /** @description Answers that showed this person. */
                            looks: number;
                            /** @description Requests about this person that were refused. */
                            refusedCount: number;
                            actions: string[];
                            /** Format: date-time */
                            firstAt: string;
                            /** Format: date-time */
                            lastAt: string;
                        }[];
                        /** @description Files in the same period. Their people are not listed, so this person may be in them. */
                        exportCount: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Audit_unusualDays: {
        parameters: {
            query?: {
                /** @description First day, in the time zone of the product. */
                from?: string;
                /** @description Last day, in the time zone of the product. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days on which somebody saw more people than they usually do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        rows: {
                            subject: string;
                            /** Format: date */
                            day: string;
                            /** @description Different people seen on that day. */
                            peopleCount: number;
                            /** @description Median of the days before. */
                            usual: number;
                            /** @description What is still usual. */
                            limit: number;
                            /**
                             * @description Whose days the usual is taken from.
                             * @enum {string}
                             */
                            basis: "own" | "everyone";
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Audit_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the log is what was written, from its first entry to its last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        /** @description Entries found right, from the first on. */
                        entries: number;
                        /** @description Checkpoints found right. */
                        checkpoints: number;
                        /** @description The newest checkpoint is of this entry. */
                        checkpointSeq: number;
                        /** @description When that checkpoint was signed. */
                        checkpointAt: string | null;
                        firstBad?: {
                            seq: number;
                            /** @enum {string} */
                            what: "changed" | "added" | "removed" | "unlinked" | "truncated" | "rewritten" | "checkpoint";
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Audit_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest signed checkpoint, taken now where anything is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                        hash: string;
                        /** Format: date-time */
                        at: string;
                        key: string;
                        signature: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Backups_list: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backups, the latest first, and how they are made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        settings: {
                            folder: string;
                            /** @description null: neither is set, and no backup can be made. */
                            lockedFor: ("passphrase" | "recipient") | null;
                            /** @description HH:MM in the server's time zone; null: not by itself. */
                            dailyAt: string | null;
                            /** @description How many files stay. */
                            keep: number;
                        };
                        rows: {
                            id: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "written" | "failed" | "removed";
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            /** @description Rows read so far; all of them once it is written. */
                            rowCount: number;
                            byteCount: number | null;
                            sha256: string | null;
                            /** @description On the machine that wrote it. */
                            folder: string | null;
                            file: string | null;
                            error: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Backups_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The backup that will be written now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Backups_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One backup. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @enum {string} */
                        status: "queued" | "running" | "written" | "failed" | "removed";
                        requestedBy: string;
                        /** Format: date-time */
                        requestedAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        /** @description Rows read so far; all of them once it is written. */
                        rowCount: number;
                        byteCount: number | null;
                        sha256: string | null;
                        /** @description On the machine that wrote it. */
                        folder: string | null;
                        file: string | null;
                        error: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Retention_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the next run would remove, by kind; nothing is removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policyVersion: number;
                        /** Format: date */
                        asOf: string;
                        /** @description What is removed cannot be brought back. */
                        warning: string;
                        /** @description The kinds that the policy keeps for a time only. */
                        kinds: {
                            kind: string;
                            keepYears: number;
                            clause: string | null;
                            /**
                             * Format: date
                             * @description Records dated before this day go.
                             */
                            before: string;
                            recordCount: number;
                            /** @description With all versions. */
                            rowCount: number;
                            peopleCount: number;
                            /** @description Past their time, but kept for an open follow-up, contest or case. */
                            neededCount: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Retention_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is past its time was removed, for good. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rowCount: number;
                        removals: {
                            id: number;
                            /** @enum {string} */
                            cause: "retention" | "erasure";
                            kind: string;
                            recordCount: number;
                            rowCount: number;
                            peopleCount: number;
                            fromOn: string | null;
                            toOn: string | null;
                            policyVersion: number | null;
                            clause: string | null;
                            proposalId: number | null;
                            /** Format: date-time */
                            removedAt: string;
                            removedBy: string;
                            /** @description SHA-256 over owner, number and version of the rows. */
                            digest: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Retention_removals: {
        parameters: {
            query?: {
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was removed so far, without content, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            id: number;
                            /** @enum {string} */
                            cause: "retention" | "erasure";
                            kind: string;
                            recordCount: number;
                            rowCount: number;
                            peopleCount: number;
                            fromOn: string | null;
                            toOn: string | null;
                            policyVersion: number | null;
                            clause: string | null;
                            proposalId: number | null;
                            /** Format: date-time */
                            removedAt: string;
                            removedBy: string;
                            /** @description SHA-256 over owner, number and version of the rows. */
                            digest: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Erasures_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    staffNo: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Nothing changed yet: the erasure, which cannot be undone, waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "merge" | "split" | "erasure";
                        /** @description Whom it is about. */
                        staffNo: string;
                        detail: {
                            [key: string]: unknown;
                        };
                    } | {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "policy";
                        /** @description null: it is about nobody in particular. */
                        staffNo: string | null;
                        detail: {
                            /** @description The version that it changes, which must still be the current one. */
                            baseVersion: number;
                            /** @description What differs from that version. */
                            changes: {
                                path: string;
                                /** @description null where the version has no such entry. */
                                before: unknown;
                                /** @description null where the draft has no such entry. */
                                after: unknown;
                            }[];
                            note: string;
                            /**
                             * @description The version that it became; null before.
                             * @default null
                             */
                            version: number | null;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    SavedViews_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: "ranking" | "follow-ups";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's saved views of a page, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: {
                            name: string;
                            query: string;
                            savedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    SavedViews_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: "ranking" | "follow-ups";
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the question mark of the page's address. */
                    query: string;
                };
            };
        };
        responses: {
            /** @description The view as it was saved, in place of one of that name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        query: string;
                        savedAt: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    SavedViews_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: "ranking" | "follow-ups";
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Demo_makeAnew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Demonstration data as of today, made anew and imported. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description The day the records reach up to.
                         */
                        madeOn: string;
                        fileCount: number;
                        rowCount: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Proposals_list: {
        parameters: {
            query?: {
                state?: "waiting" | "approved" | "declined" | "lapsed";
                purpose?: "merge" | "split" | "erasure" | "policy";
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was proposed, the oldest first: drafts of the policy to administrators and approvers of the whole tree; merges, splits and erasures as far as you see whom they are about. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        rows: ({
                            id: number;
                            reason: string;
                            /**
                             * @description lapsed: taken back by whoever proposed it.
                             * @enum {string}
                             */
                            state: "waiting" | "approved" | "declined" | "lapsed";
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                            own: boolean;
                            /** @description Whether you count as the second person for it. */
                            mayDecide: boolean;
                            decidedBy: string | null;
                            decidedReason: string | null;
                            decidedAt: string | null;
                            /** @enum {string} */
                            purpose: "merge" | "split" | "erasure";
                            /** @description Whom it is about. */
                            staffNo: string;
                            detail: {
                                [key: string]: unknown;
                            };
                        } | {
                            id: number;
                            reason: string;
                            /**
                             * @description lapsed: taken back by whoever proposed it.
                             * @enum {string}
                             */
                            state: "waiting" | "approved" | "declined" | "lapsed";
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                            own: boolean;
                            /** @description Whether you count as the second person for it. */
                            mayDecide: boolean;
                            decidedBy: string | null;
                            decidedReason: string | null;
                            decidedAt: string | null;
                            /** @enum {string} */
                            purpose: "policy";
                            /** @description null: it is about nobody in particular. */
                            staffNo: string | null;
                            detail: {
                                /** @description The version that it changes, which must still be the current one. */
                                baseVersion: number;
                                /** @description What differs from that version. */
                                changes: {
                                    path: string;
                                    /** @description null where the version has no such entry. */
                                    before: unknown;
                                    /** @description null where the draft has no such entry. */
                                    after: unknown;
                                }[];
                                note: string;
                                /**
                                 * @description The version that it became; null before.
                                 * @default null
                                 */
                                version: number | null;
                            };
                        })[];
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Proposals_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What was proposed was carried out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "merge" | "split" | "erasure";
                        /** @description Whom it is about. */
                        staffNo: string;
                        detail: {
                            [key: string]: unknown;
                        };
                    } | {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "policy";
                        /** @description null: it is about nobody in particular. */
                        staffNo: string | null;
                        detail: {
                            /** @description The version that it changes, which must still be the current one. */
                            baseVersion: number;
                            /** @description What differs from that version. */
                            changes: {
                                path: string;
                                /** @description null where the version has no such entry. */
                                before: unknown;
                                /** @description null where the draft has no such entry. */
                                after: unknown;
                            }[];
                            note: string;
                            /**
                             * @description The version that it became; null before.
                             * @default null
                             */
                            version: number | null;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    Proposals_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What was proposed was declined, or taken back; nothing changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "merge" | "split" | "erasure";
                        /** @description Whom it is about. */
                        staffNo: string;
                        detail: {
                            [key: string]: unknown;
                        };
                    } | {
                        id: number;
                        reason: string;
                        /**
                         * @description lapsed: taken back by whoever proposed it.
                         * @enum {string}
                         */
                        state: "waiting" | "approved" | "declined" | "lapsed";
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        /** @description Whether you proposed it, by whatever token: then somebody else decides. */
                        own: boolean;
                        /** @description Whether you count as the second person for it. */
                        mayDecide: boolean;
                        decidedBy: string | null;
                        decidedReason: string | null;
                        decidedAt: string | null;
                        /** @enum {string} */
                        purpose: "policy";
                        /** @description null: it is about nobody in particular. */
                        staffNo: string | null;
                        detail: {
                            /** @description The version that it changes, which must still be the current one. */
                            baseVersion: number;
                            /** @description What differs from that version. */
                            changes: {
                                path: string;
                                /** @description null where the version has no such entry. */
                                before: unknown;
                                /** @description null where the draft has no such entry. */
                                after: unknown;
                            }[];
                            note: string;
                            /**
                             * @description The version that it became; null before.
                             * @default null
                             */
                            version: number | null;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        parameter?: string;
                        instance?: string;
                    };
                };
            };
        };
    };
}
