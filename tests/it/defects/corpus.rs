//! The corpus of defects in `tests/defects/`.
//!
//! A case is a file: the recordings that it starts from, a JSON patch (RFC 6902) on the list of
//! their exchanges, and what is found then, nothing in a clean case. Its folder is the rule that it
//! is about, or `clean`.
//!
//! Of findings that are the same but for a place in a list, the first stands there, with their
//! count. A place is a pointer into the list of exchanges, as in the patch.

use std::fs;
use std::path::{Path, PathBuf};

use agentassist_conformance::report::Located;
use agentassist_conformance::{Certainty, Exchange, Judge, Report, recordings};
use serde_json::{Value, json};

/// One case of the corpus.
pub(crate) struct Case {
    /// `<rule>/<what is wrong>`, or `clean/<what is right>`.
    pub(crate) name: String,
    /// What has to be found.
    pub(crate) finds: Vec<Value>,
    /// The exchanges before the patch, as a list.
    pub(crate) base: Value,
    /// The exchanges after the patch, as a list.
    pub(crate) exchanges: Value,
}

impl Case {
    /// What the judge finds in the exchanges, in this order.
    pub(crate) fn judge(&self) -> Vec<Located> {
        judge(&self.name, &self.exchanges)
    }
}

/// What was found, as a case has it.
pub(crate) fn told(found: &[Located]) -> Vec<Value> {
    let mut told = Vec::<(String, Value)>::new();
    for Located { finding, exchange, .. } in found {
        let certainty = (finding.certainty == Certainty::Possible).then_some("possible");
        let kind = format!("{} {} {exchange}", finding.fingerprint(), finding.severity.as_str());
        if let Some((_, same)) = told.iter_mut().find(|(known, _)| *known == kind) {
            same["count"] = json!(same["count"].as_u64().unwrap_or(1) + 1);
            continue;
        }
        let place = format!("/{}{}", exchange - 1, finding.pointer);
        let mut one = json!({"rule": finding.rule, "severity": finding.severity, "place": place});
        if let Some(certainty) = certainty {
            one["certainty"] = json!(certainty);
        }
        told.push((kind, one));
    }
    told.into_iter().map(|(_, one)| one).collect()
}

/// What the judge finds in a list of exchanges, in this order.
pub(crate) fn judge(file: &str, exchanges: &Value) -> Vec<Located> {
    let exchanges: Vec<Exchange> = serde_json::from_value(exchanges.clone()).unwrap();
    let mut report = Report::default();
    for (index, exchange) in exchanges.iter().enumerate() {
        report.add(file, index + 1, Judge::default().judge(exchange));
    }
    report.end_file();
    report.findings
}

/// Every case, sorted by name.
pub(crate) fn cases() -> Vec<Case> {
    let folders = entries(&root().join("defects")).into_iter();
    folders.flat_map(|folder| entries(&folder)).map(|path| read(&path)).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn read(path: &Path) -> Case {
    let name = path.with_extension("");
    let name = name.strip_prefix(root().join("defects")).unwrap().to_str().unwrap();
    let name = name.replace('\\', "/");
    let case: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let bases = case["base"].as_array().unwrap().iter().map(|base| base.as_str().unwrap());
    let exchanges: Vec<_> = bases
        .flat_map(|base| {
            let bytes = fs::read(root().join("recordings").join(base)).unwrap();
            recordings::read(&bytes).unwrap()
        })
        .collect();
    let base = serde_json::to_value(exchanges).unwrap();
    let mut exchanges = base.clone();
    for operation in case["patch"].as_array().unwrap() {
        apply(&mut exchanges, operation)
            .unwrap_or_else(|| panic!("{name}: {operation} cannot be applied"));
    }
    let finds = case["finds"].as_array().unwrap().clone();
    Case { name, finds, base, exchanges }
}

/// Applies one operation of a patch; `None` where it does not fit.
fn apply(target: &mut Value, operation: &Value) -> Option<()> {
    let path = operation["path"].as_str()?;
    let from = operation["from"].as_str();
    match operation["op"].as_str()? {
        "add" => add(target, path, operation["value"].clone()),
        "copy" => {
            let value = target.pointer(from?)?.clone();
            add(target, path, value)
        }
        "move" => {
            let value = remove(target, from?)?;
            add(target, path, value)
        }
        "remove" => remove(target, path).map(drop),
        "replace" => {
            *target.pointer_mut(path)? = operation["value"].clone();
            Some(())
        }
        _ => None,
    }
}

fn add(target: &mut Value, path: &str, value: Value) -> Option<()> {
    let (parent, key) = split(path)?;
    match target.pointer_mut(parent)? {
        Value::Object(object) => {
            object.insert(key, value);
        }
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => {
            let index = key.parse().ok().filter(|index| *index <= items.len())?;
            items.insert(index, value);
        }
        _ => return None,
    }
    Some(())
}

fn remove(target: &mut Value, path: &str) -> Option<Value> {
    let (parent, key) = split(path)?;
    match target.pointer_mut(parent)? {
        Value::Object(object) => object.shift_remove(&key),
        Value::Array(items) => {
            let index = key.parse().ok().filter(|index| *index < items.len())?;
            Some(items.remove(index))
        }
        _ => None,
    }
}

fn split(path: &str) -> Option<(&str, String)> {
    let (parent, key) = path.rsplit_once('/')?;
    Some((parent, key.replace("~1", "/").replace("~0", "~")))
}
