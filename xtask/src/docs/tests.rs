//! What the page must keep true, whatever the document comes to say.

mod complete;
mod harmless;
mod strict;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// The document as it is, read once: most tests change a copy.
fn document() -> Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(crate::document::load_for_tests);
    DOCUMENT.clone()
}

/// The page of a document that can be rendered.
fn page(document: &Value) -> String {
    super::render(document).unwrap()
}

/// The document with one place changed.
fn changed(pointer: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut document = document();
    change(document.pointer_mut(pointer).unwrap());
    document
}

/// The document with a member added to the object at a place.
fn with_member(pointer: &str, key: &str, value: Value) -> Value {
    changed(pointer, |object| {
        object.as_object_mut().unwrap().insert(key.to_owned(), value);
    })
}

/// What a reader sees of a page, without any white space.
fn visible(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let mut text = String::new();
    let mut in_tag = false;
    for char in body.chars() {
        match char {
            '<' => in_tag = true,
            '>' => in_tag = false,
            char if !in_tag && !char.is_whitespace() => text.push(char),
            _ => {}
        }
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (escape, char)| text.replace(escape, char))
}

/// What a reader sees of a Markdown text, without any white space.
fn without_marks(markdown: &str) -> String {
    markdown.chars().filter(|char| !char.is_whitespace() && !"`*".contains(*char)).collect()
}

/// The values of one attribute, in the order of the page.
fn attribute<'p>(html: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).map(|rest| rest.split_once('"').unwrap().0).collect()
}

fn ids(html: &str) -> BTreeSet<&str> {
    attribute(html, "id").into_iter().collect()
}

/// Visits each object of the document except those inside example values.
fn each_object<'v>(
    value: &'v Value,
    pointer: &str,
    visit: &mut impl FnMut(&str, &'v Map<String, Value>),
) {
    match value {
        Value::Object(map) => {
            visit(pointer, map);
            for (key, member) in map {
                if key != "value" || !pointer.contains("/examples/") {
                    let step = key.replace('~', "~0").replace('/', "~1");
                    each_object(member, &format!("{pointer}/{step}"), visit);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each_object(item, &format!("{pointer}/{index}"), visit);
            }
        }
        _ => {}
    }
}

/// The operations of the document.
fn operations(document: &Value) -> Vec<&Map<String, Value>> {
    let mut operations = Vec::new();
    each_object(document, "", &mut |_, map| {
        if map.contains_key("operationId") {
            operations.push(map);
        }
    });
    operations
}
