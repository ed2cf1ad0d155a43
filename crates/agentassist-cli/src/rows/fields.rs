//! Paths into an object, such as `cellPhone.phoneNumber`.

use serde_json::{Map, Value};

/// The fields of a result that are shown, in order; none stands for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Fields(Vec<Field>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    path: String,
    seen: bool,
}

impl Fields {
    /// Takes paths; empty ones, as a trailing comma leaves, are dropped.
    pub(crate) fn new<S: AsRef<str>>(paths: &[S]) -> Self {
        let paths = paths.iter().map(|path| path.as_ref().trim()).filter(|path| !path.is_empty());
        Self(paths.map(|path| Field { path: path.to_owned(), seen: false }).collect())
    }

    /// These fields, or others where they are none.
    pub(crate) fn or(self, others: &[&str]) -> Self {
        if self.0.is_empty() { Self::new(others) } else { self }
    }

    /// Whether no field is named.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The paths.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|field| field.path.as_str())
    }

    /// The values of an object at the paths, `null` where there is none.
    pub(crate) fn values<'a>(&mut self, object: &'a Value) -> Vec<&'a Value> {
        let values = self.0.iter_mut().map(|field| {
            let value = at(object, &field.path);
            field.seen |= value.is_some();
            value.unwrap_or(&Value::Null)
        });
        values.collect()
    }

    /// The object with these fields alone, nested as they were.
    pub(crate) fn project(&mut self, object: &Value) -> Value {
        if self.0.is_empty() {
            return object.clone();
        }
        let mut projected = Map::new();
        for field in &mut self.0 {
            if let Some(value) = at(object, &field.path) {
                field.seen = true;
                put(&mut projected, &field.path, value.clone());
            }
        }
        Value::Object(projected)
    }

    /// The paths at which no object had a value: likely slips of the pen.
    pub(crate) fn unseen(&self) -> Vec<&str> {
        self.0.iter().filter(|field| !field.seen).map(|field| field.path.as_str()).collect()
    }
}

fn at<'a>(object: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(object, |value, name| value.get(name))
}

fn put(object: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            object.insert(path.to_owned(), value);
        }
        Some((name, rest)) => {
            let inner = object.entry(name).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_projection_keeps_the_nesting_and_leaves_out_what_is_not_there() {
        let object = json!({"id": "1", "cellPhone": {"phoneNumber": "+1", "extension": "+"}});
        let mut fields = Fields::new(&["cellPhone.phoneNumber", "id", "nickname", ""]);
        assert_eq!(fields.project(&object), json!({"cellPhone": {"phoneNumber": "+1"}, "id": "1"}));
        assert_eq!(fields.unseen(), ["nickname"]);
    }

    #[test]
    fn a_path_through_something_that_is_no_object_leads_nowhere() {
        let mut fields = Fields::new(&["id.x", "id"]);
        assert_eq!(fields.values(&json!({"id": "1"})), [&json!(null), &json!("1")]);
        assert_eq!(fields.project(&json!({"id": "1"})), json!({"id": "1"}));
        assert_eq!(Fields::new(&["id", "id.x"]).project(&json!({"id": "1"})), json!({"id": "1"}));
    }

    #[test]
    fn no_fields_are_all_fields() {
        let object = json!({"a": 1, "b": [2]});
        assert_eq!(Fields::default().project(&object), object);
    }
}
