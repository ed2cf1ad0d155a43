//! All that the document says is on the page.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    attribute, changed, document, each_object, ids, operations, page, visible, with_member,
    without_marks,
};

const UPDATE_EXAMPLE: &str = "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}\
    /put/requestBody/content/application~1json/examples/documentation-sample/value/firstName";

#[test]
fn every_text_of_the_document_can_be_read() {
    let document = document();
    let visible = visible(&page(&document));
    let mut seen = 0;
    each_object(&document, "", &mut |pointer, map| {
        for key in ["title", "summary", "description", "why", "x-api-scope", "x-pii"] {
            if let Some(Value::String(text)) = map.get(key) {
                let shown = text == "object" || visible.contains(&without_marks(text));
                assert!(shown, "{pointer}/{key} is not on the page: {text}");
                seen += 1;
            }
        }
    });
    assert!(seen > 100, "only {seen} texts were looked for");
}

#[test]
fn every_operation_has_an_address_a_method_and_a_path() {
    let document = document();
    let html = page(&document);
    let (ids, visible) = (ids(&html), visible(&html));
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(ids.contains(id), "{id}");
            assert!(visible.contains(&format!("{}{path}", method.to_uppercase())), "{id}");
        }
    }
}

#[test]
fn every_parameter_and_response_of_every_operation_has_an_address() {
    let document = document();
    let html = page(&document);
    let ids = ids(&html);
    for operation in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        for parameter in operation["parameters"].as_array().unwrap() {
            let target = parameter["$ref"].as_str().unwrap().trim_start_matches('#');
            let parameter = document.pointer(target).unwrap();
            let (place, name) = (parameter["in"].as_str(), parameter["name"].as_str());
            let anchor = format!("{id}.{}.{}", place.unwrap(), name.unwrap());
            assert!(ids.contains(anchor.as_str()), "{anchor}");
        }
        for status in operation["responses"].as_object().unwrap().keys() {
            assert!(ids.contains(format!("{id}.{status}").as_str()), "{id}.{status}");
        }
        assert!(ids.contains(format!("{id}.header.auth").as_str()), "{id}");
        assert!(ids.contains(format!("{id}.header.Content-Type").as_str()), "{id}");
    }
}

#[test]
fn every_property_of_every_schema_has_an_address_and_its_description() {
    let document = document();
    let html = page(&document);
    let ids = ids(&html);
    for (schema, body) in document["components"]["schemas"].as_object().unwrap() {
        assert!(ids.contains(schema.as_str()), "{schema}");
        for (name, property) in body["properties"].as_object().into_iter().flatten() {
            let anchor = format!("{schema}.{name}");
            assert!(ids.contains(anchor.as_str()), "{anchor}");
            let part = html.split(&format!("id=\"{anchor}\"")).nth(1).unwrap();
            let part = part.split("class=\"property\"").next().unwrap();
            let part = visible(&format!("<body><{part}"));
            assert!(part.starts_with(name.as_str()), "{anchor}: {part}");
            if let Some(description) = property["description"].as_str() {
                assert!(part.contains(&without_marks(description)), "{anchor}: {part}");
            }
        }
    }
}

#[test]
fn properties_of_bodies_are_told_under_the_operation_down_to_the_last_level() {
    let html = page(&document());
    let ids = ids(&html);
    for anchor in [
        "listContacts.200.results.cellPhone.phoneNumber",
        "updateContact.body.cellPhone.countryCode",
        "bulkDeleteContacts.200.failedRecords.id",
        "deleteContactList.200.data.campaignInUse.CampaignSummary.name",
        "deleteContactList.4XX.errors.code",
    ] {
        assert!(ids.contains(anchor), "{anchor}");
    }
}

#[test]
fn every_limit_and_value_of_a_vocabulary_is_shown() {
    let document = document();
    let visible = visible(&page(&document));
    each_object(&document, "", &mut |pointer, map| {
        for key in ["pattern", "format", "default", "example", "minimum", "minLength"] {
            if let Some(value) = map.get(key).filter(|value| !value.is_object()) {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                assert!(visible.contains(&text), "{pointer}/{key}: {text}");
            }
        }
        for key in ["x-extensible-enum", "x-known-statuses"] {
            let values = map.get(key).and_then(Value::as_array).into_iter().flatten();
            let text: String =
                values.map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned)).collect();
            assert!(visible.contains(&text), "{pointer}/{key}: {text}");
        }
    });
}

#[test]
fn every_example_stands_there_in_the_order_of_its_keys() {
    let document = document();
    let visible = visible(&page(&document));
    let mut seen = 0;
    each_object(&document, "", &mut |pointer, map| {
        if let (Some(value), true) = (map.get("value"), pointer.contains("/examples/")) {
            let text = serde_json::to_string_pretty(value).unwrap();
            let text: String = text.chars().filter(|char| !char.is_whitespace()).collect();
            assert!(visible.contains(&text), "{pointer}");
            seen += 1;
        }
    });
    assert!(seen >= 11, "only {seen} examples were looked for");
}

#[test]
fn every_mark_of_evidence_is_where_it_belongs_and_in_the_table_with_a_link_there() {
    let document = document();
    let html = page(&document);
    let (before, table) = html.split_once("<table class=\"assumptions\">").unwrap();
    let before = visible(before);
    let text = visible(&format!("<body>{table}"));
    let mut marks = 0;
    each_object(&document, "", &mut |pointer, map| {
        let Some(mark) = map.get("x-evidence") else { return };
        let why = without_marks(mark["why"].as_str().unwrap());
        let mark = format!("{}{why}", mark["basis"].as_str().unwrap());
        assert!(text.contains(&mark), "{pointer} is not in the table");
        assert!(before.contains(&mark), "{pointer} is not where it belongs");
        marks += 1;
    });
    assert!(marks > 20, "only {marks} marks were looked for");
    for place in ["listContacts.query.skip", "Contact.status", "Address", "updateContact.5XX"] {
        assert!(table.contains(&format!("href=\"#{place}\"")), "{place}");
    }
    let places = attribute(table.split("</table>").next().unwrap(), "href");
    let mut count: BTreeMap<&str, u32> = BTreeMap::new();
    for place in places {
        *count.entry(place).or_default() += 1;
    }
    assert_eq!(count.values().max(), Some(&1), "a place is named twice: {count:?}");
}

#[test]
fn one_mark_for_a_list_and_its_items_is_one_place_in_the_table() {
    let mark = json!({"basis": "sample", "why": "Seen once."});
    let document = changed("/components/schemas/Contact/properties/address", |address| {
        *address = json!({"type": "array", "x-evidence": mark, "items": {"x-evidence": mark}});
    });
    let html = page(&document);
    let table = html.split("<table class=\"assumptions\">").nth(1).unwrap();
    assert_eq!(table.matches("href=\"#Contact.address\"").count(), 1);
}

#[test]
fn an_object_says_whether_further_properties_may_come() {
    let schema = "/components/schemas/BulkDeleteRequest";
    for (value, words) in [
        (json!({}), "Furtherpropertiesmaycome."),
        (json!(false), "Nootherproperties."),
        (json!({"type": "integer"}), "Eachotherproperty:integer"),
    ] {
        let html = page(&with_member(schema, "additionalProperties", value));
        let part = html.split("id=\"BulkDeleteRequest\"").nth(1).unwrap();
        let part = part.split("</article>").next().unwrap();
        assert!(visible(&format!("<body><{part}")).contains(words), "{words}");
    }
}

#[test]
fn the_call_of_a_deletion_with_a_body_carries_the_body_and_no_secret() {
    let html = page(&document());
    let start = html.split("id=\"bulkDeleteContacts\"").nth(1).unwrap();
    let call = start.split("<pre").nth(1).unwrap().split("</pre>").next().unwrap();
    assert_eq!(
        visible(&format!("<body><pre{call}")),
        "curl--requestDELETE\\\
         \"https://platform.kore.ai/agentassist/api/v1/public/$STREAM_ID/contacts/bulk-delete\"\
         \\--header\"auth:$TOKEN\"\
         \\--header\"accountId:$ACCOUNT_ID\"\
         \\--header\"Content-Type:application/json\"\
         \\--data'{\"ids\":[\"6960cbe9b155d194e2fxxxxx\",\"6960cc07b155d194e2fxxxxx\"]}'"
    );
}

#[test]
fn quotes_in_a_body_do_not_end_the_argument_of_the_call() {
    let document = changed(UPDATE_EXAMPLE, |name| *name = json!("O'Neill"));
    assert!(visible(&page(&document)).contains(r#"--data'{"firstName":"O'\''Neill""#));
}

#[test]
fn a_sixth_operation_and_a_new_property_appear_without_a_change_here() {
    let mut document = with_member(
        "/components/schemas/Contact/properties",
        "shoeSize",
        json!({"type": "integer", "maximum": 60, "description": "Size of the shoes."}),
    );
    let mut operation = document["paths"].as_object().unwrap()
        ["/agentassist/api/v1/public/{streamId}/contacts"]["get"]
        .clone();
    operation["operationId"] = json!("searchContacts");
    operation["tags"] = json!([]);
    document["paths"]["/agentassist/api/v1/public/{streamId}/search"] = json!({"get": operation});

    let html = page(&document);
    let ids = ids(&html);
    assert!(ids.contains("searchContacts"));
    assert!(ids.contains("searchContacts.query.skip"));
    assert!(ids.contains("searchContacts.200.results.shoeSize"));
    assert!(visible(&html).contains("Sizeoftheshoes.atmost60"));
    assert!(visible(&html).contains("Otheroperations"));
}
