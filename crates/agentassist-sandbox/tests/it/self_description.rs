//! What the sandbox says of itself.

use agentassist_sandbox::openapi;
use serde_json::Value;

fn description() -> Value {
    serde_json::to_value(openapi()).unwrap()
}

#[test]
fn the_five_operations_are_named_and_nothing_else() {
    let description = description();
    let mut operations = Vec::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            operations.push(format!("{id} {} {path}", method.to_uppercase()));
        }
    }
    operations.sort();
    assert_eq!(
        operations,
        [
            "bulkDeleteContacts DELETE /agentassist/api/v1/public/{streamId}/contacts/bulk-delete",
            "deleteContact DELETE /agentassist/api/v1/public/{streamId}/contacts/{id}",
            "deleteContactList DELETE \
         /agentassist/api/v1/public/{iId}/campaign/contactList/{contactListId}",
            "listContacts GET /agentassist/api/v1/public/{streamId}/contacts",
            "updateContact PUT /agentassist/api/v1/public/{streamId}/contacts/{id}",
        ]
    );
}

#[test]
fn every_property_and_parameter_is_described() {
    let description = description();
    for (name, schema) in description["components"]["schemas"].as_object().unwrap() {
        assert!(schema["description"].is_string(), "{name}");
        for (property, schema) in schema["properties"].as_object().into_iter().flatten() {
            let described = schema["description"].is_string() || schema["$ref"].is_string();
            assert!(described, "{name}.{property}");
        }
    }
    for item in description["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            assert!(operation["summary"].is_string() && operation["description"].is_string());
            for parameter in operation["parameters"].as_array().unwrap() {
                assert!(parameter["description"].is_string(), "{parameter}");
            }
        }
    }
}

#[test]
fn nothing_is_said_to_be_null() {
    let description = description().to_string();
    assert!(!description.contains("\"null\""), "{description}");
}
