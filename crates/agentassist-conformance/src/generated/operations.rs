// Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.

use crate::document::{
    Basis, Body, Evidence, Operation, Parameter, Place, RequestContentType, Response, Status,
    Validator,
};
use crate::generated::validators::{BodySchema, ParameterSchema};
static COMPONENTS_PARAMETERS_LIMIT_SCHEMA: Validator = Validator::parameter(
    "/components/parameters/Limit/schema",
    ParameterSchema::ComponentsParametersLimitSchema,
);
static COMPONENTS_PARAMETERS_SKIP_SCHEMA: Validator = Validator::parameter(
    "/components/parameters/Skip/schema",
    ParameterSchema::ComponentsParametersSkipSchema,
);
static ACCOUNT_ID: Validator =
    Validator::parameter("/components/schemas/AccountId", ParameterSchema::AccountId);
static BULK_DELETE_REQUEST: Validator =
    Validator::body("/components/schemas/BulkDeleteRequest", BodySchema::BulkDeleteRequest);
static BULK_DELETE_RESULT: Validator =
    Validator::body("/components/schemas/BulkDeleteResult", BodySchema::BulkDeleteResult);
static CONTACT: Validator = Validator::body("/components/schemas/Contact", BodySchema::Contact);
static CONTACT_ID: Validator =
    Validator::parameter("/components/schemas/ContactId", ParameterSchema::ContactId);
static CONTACT_LIST_DELETION: Validator =
    Validator::body("/components/schemas/ContactListDeletion", BodySchema::ContactListDeletion);
static CONTACT_LIST_ID: Validator =
    Validator::parameter("/components/schemas/ContactListId", ParameterSchema::ContactListId);
static CONTACT_PAGE: Validator =
    Validator::body("/components/schemas/ContactPage", BodySchema::ContactPage);
static CONTACT_UPDATE: Validator =
    Validator::body("/components/schemas/ContactUpdate", BodySchema::ContactUpdate);
static ERROR_BODY: Validator =
    Validator::body("/components/schemas/ErrorBody", BodySchema::ErrorBody);
static STREAM_ID: Validator =
    Validator::parameter("/components/schemas/StreamId", ParameterSchema::StreamId);
/// The operations of the document, in its order.
pub static OPERATIONS: &[Operation] = &[
    Operation {
        id: "listContacts",
        method: "GET",
        path: "/agentassist/api/v1/public/{streamId}/contacts",
        pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts/get",
        scope: "Configuration",
        security: &["auth"],
        parameters: &[
            Parameter {
                name: "streamId",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/StreamId",
                validator: &STREAM_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "accountId",
                place: Place::Header,
                required: true,
                pointer: "/components/parameters/AccountIdHeader",
                validator: &ACCOUNT_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "skip",
                place: Place::Query,
                required: false,
                pointer: "/components/parameters/Skip",
                validator: &COMPONENTS_PARAMETERS_SKIP_SCHEMA,
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "The page documents no query. The answer's field of this name is described as if it were one, and sibling operations take it.",
                },
            },
            Parameter {
                name: "limit",
                place: Place::Query,
                required: false,
                pointer: "/components/parameters/Limit",
                validator: &COMPONENTS_PARAMETERS_LIMIT_SCHEMA,
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "The page documents no query. The answer's field of this name is described as if it were one, and sibling operations take it.",
                },
            },
        ],
        request_content_type: Some(RequestContentType {
            value: "application/json",
            evidence: Evidence::DOCUMENTED,
        }),
        request_body: None,
        responses: &[
            Response {
                status: Status::Exact(200u16),
                known_statuses: &[],
                pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts/get/responses/200",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &CONTACT_PAGE,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "The page shows this body but names no status; 200 is the usual one for it.",
                },
            },
            Response {
                status: Status::Class(4u8),
                known_statuses: &[
                    400u16, 401u16, 403u16, 404u16, 405u16, 409u16, 412u16, 413u16, 415u16, 422u16,
                    429u16,
                ],
                pointer: "/components/responses/ClientError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error; the statuses are those that other public Kore.ai APIs answer, and the usual ones of HTTP.",
                },
            },
            Response {
                status: Status::Class(5u8),
                known_statuses: &[500u16, 502u16, 503u16, 504u16],
                pointer: "/components/responses/ServerError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error.",
                },
            },
        ],
    },
    Operation {
        id: "updateContact",
        method: "PUT",
        path: "/agentassist/api/v1/public/{streamId}/contacts/{id}",
        pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/put",
        scope: "Configuration",
        security: &["auth"],
        parameters: &[
            Parameter {
                name: "streamId",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/StreamId",
                validator: &STREAM_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "id",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/ContactId",
                validator: &CONTACT_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "accountId",
                place: Place::Header,
                required: true,
                pointer: "/components/parameters/AccountIdHeader",
                validator: &ACCOUNT_ID,
                evidence: Evidence::DOCUMENTED,
            },
        ],
        request_content_type: Some(RequestContentType {
            value: "application/json",
            evidence: Evidence::DOCUMENTED,
        }),
        request_body: Some(Body {
            media_type: "application/json",
            required: true,
            validator: &CONTACT_UPDATE,
        }),
        responses: &[
            Response {
                status: Status::Exact(200u16),
                known_statuses: &[],
                pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/put/responses/200",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &CONTACT,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "The page shows this body but names no status; 200 is the usual one for it.",
                },
            },
            Response {
                status: Status::Class(4u8),
                known_statuses: &[
                    400u16, 401u16, 403u16, 404u16, 405u16, 409u16, 412u16, 413u16, 415u16, 422u16,
                    429u16,
                ],
                pointer: "/components/responses/ClientError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error; the statuses are those that other public Kore.ai APIs answer, and the usual ones of HTTP.",
                },
            },
            Response {
                status: Status::Class(5u8),
                known_statuses: &[500u16, 502u16, 503u16, 504u16],
                pointer: "/components/responses/ServerError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error.",
                },
            },
        ],
    },
    Operation {
        id: "deleteContact",
        method: "DELETE",
        path: "/agentassist/api/v1/public/{streamId}/contacts/{id}",
        pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/delete",
        scope: "Configuration",
        security: &["auth"],
        parameters: &[
            Parameter {
                name: "streamId",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/StreamId",
                validator: &STREAM_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "id",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/ContactId",
                validator: &CONTACT_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "accountId",
                place: Place::Header,
                required: true,
                pointer: "/components/parameters/AccountIdHeader",
                validator: &ACCOUNT_ID,
                evidence: Evidence::DOCUMENTED,
            },
        ],
        request_content_type: Some(RequestContentType {
            value: "application/json",
            evidence: Evidence::DOCUMENTED,
        }),
        request_body: None,
        responses: &[
            Response {
                status: Status::Exact(200u16),
                known_statuses: &[],
                pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/delete/responses/200",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &CONTACT,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "The page shows this body but names no status; 200 is the usual one for it.",
                },
            },
            Response {
                status: Status::Class(4u8),
                known_statuses: &[
                    400u16, 401u16, 403u16, 404u16, 405u16, 409u16, 412u16, 413u16, 415u16, 422u16,
                    429u16,
                ],
                pointer: "/components/responses/ClientError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error; the statuses are those that other public Kore.ai APIs answer, and the usual ones of HTTP.",
                },
            },
            Response {
                status: Status::Class(5u8),
                known_statuses: &[500u16, 502u16, 503u16, 504u16],
                pointer: "/components/responses/ServerError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error.",
                },
            },
        ],
    },
    Operation {
        id: "bulkDeleteContacts",
        method: "DELETE",
        path: "/agentassist/api/v1/public/{streamId}/contacts/bulk-delete",
        pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1bulk-delete/delete",
        scope: "Configuration",
        security: &["auth"],
        parameters: &[
            Parameter {
                name: "streamId",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/StreamId",
                validator: &STREAM_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "accountId",
                place: Place::Header,
                required: true,
                pointer: "/components/parameters/AccountIdHeader",
                validator: &ACCOUNT_ID,
                evidence: Evidence::DOCUMENTED,
            },
        ],
        request_content_type: Some(RequestContentType {
            value: "application/json",
            evidence: Evidence::DOCUMENTED,
        }),
        request_body: Some(Body {
            media_type: "application/json",
            required: true,
            validator: &BULK_DELETE_REQUEST,
        }),
        responses: &[
            Response {
                status: Status::Exact(200u16),
                known_statuses: &[],
                pointer: "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1bulk-delete/delete/responses/200",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &BULK_DELETE_RESULT,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "The page shows this body but names no status; 200 is the usual one for it.",
                },
            },
            Response {
                status: Status::Class(4u8),
                known_statuses: &[
                    400u16, 401u16, 403u16, 404u16, 405u16, 409u16, 412u16, 413u16, 415u16, 422u16,
                    429u16,
                ],
                pointer: "/components/responses/ClientError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error; the statuses are those that other public Kore.ai APIs answer, and the usual ones of HTTP.",
                },
            },
            Response {
                status: Status::Class(5u8),
                known_statuses: &[500u16, 502u16, 503u16, 504u16],
                pointer: "/components/responses/ServerError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error.",
                },
            },
        ],
    },
    Operation {
        id: "deleteContactList",
        method: "DELETE",
        path: "/agentassist/api/v1/public/{iId}/campaign/contactList/{contactListId}",
        pointer: "/paths/~1agentassist~1api~1v1~1public~1{iId}~1campaign~1contactList~1{contactListId}/delete",
        scope: "Campaign Management",
        security: &["auth"],
        parameters: &[
            Parameter {
                name: "iId",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/AppId",
                validator: &STREAM_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "contactListId",
                place: Place::Path,
                required: true,
                pointer: "/components/parameters/ContactListId",
                validator: &CONTACT_LIST_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "iid",
                place: Place::Header,
                required: true,
                pointer: "/components/parameters/AppIdHeader",
                validator: &STREAM_ID,
                evidence: Evidence::DOCUMENTED,
            },
            Parameter {
                name: "accountId",
                place: Place::Header,
                required: true,
                pointer: "/components/parameters/AccountIdHeader",
                validator: &ACCOUNT_ID,
                evidence: Evidence::DOCUMENTED,
            },
        ],
        request_content_type: Some(RequestContentType {
            value: "application/json",
            evidence: Evidence {
                basis: Basis::Assumed,
                why: "The head of the page names the content type, but neither its table of headers nor its sample request has it.",
            },
        }),
        request_body: None,
        responses: &[
            Response {
                status: Status::Exact(200u16),
                known_statuses: &[],
                pointer: "/paths/~1agentassist~1api~1v1~1public~1{iId}~1campaign~1contactList~1{contactListId}/delete/responses/200",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &CONTACT_LIST_DELETION,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "The page shows this body but names no status; 200 is the usual one for it.",
                },
            },
            Response {
                status: Status::Class(4u8),
                known_statuses: &[
                    400u16, 401u16, 403u16, 404u16, 405u16, 409u16, 412u16, 413u16, 415u16, 422u16,
                    429u16,
                ],
                pointer: "/components/responses/ClientError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error; the statuses are those that other public Kore.ai APIs answer, and the usual ones of HTTP.",
                },
            },
            Response {
                status: Status::Class(5u8),
                known_statuses: &[500u16, 502u16, 503u16, 504u16],
                pointer: "/components/responses/ServerError",
                body: Some(Body {
                    media_type: "application/json",
                    required: true,
                    validator: &ERROR_BODY,
                }),
                evidence: Evidence {
                    basis: Basis::Assumed,
                    why: "No page of the five operations shows an error.",
                },
            },
        ],
    },
];
