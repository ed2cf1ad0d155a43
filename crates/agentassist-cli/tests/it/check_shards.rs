//! `agentassist check --shard` and `agentassist merge`: a spread run tells what one run tells.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use serde_json::Value;

use crate::program::{Program, recordings, show};

const FORMATS: [&str; 7] = ["pretty", "json", "ndjson", "junit", "sarif", "github", "markdown"];

/// The recordings of the project, one file that holds them all, every defect in a file of its own,
/// and files that cannot be read to their end.
fn everything() -> Program {
    let mut program = Program::new();
    let mut all = Vec::new();
    for operation in fs::read_dir(recordings()).unwrap() {
        let operation = operation.unwrap().path();
        for file in fs::read_dir(&operation).unwrap() {
            let file = file.unwrap().path();
            let text = fs::read_to_string(&file).unwrap();
            let name = file.strip_prefix(recordings()).unwrap().to_str().unwrap().to_owned();
            program = program.with_file(&format!("in/{name}"), &text);
            all.push(serde_json::from_str::<Value>(&text).unwrap().to_string());
        }
    }
    all.sort();
    program = program.with_file("in/all.ndjson", all.join("\n"));
    for (name, exchanges) in defects() {
        program = program.with_file(&format!("in/defects/{name}"), exchanges.to_string());
    }
    // Broken in the middle: as JSON, as an exchange, and by an end that comes too early.
    let broken = |place: usize, line: &str| {
        let mut lines = all.clone();
        line.clone_into(&mut lines[place]);
        lines.join("\n")
    };
    program
        .with_file("broken/not-json.ndjson", broken(4, r#"{"request":{nothing}}"#))
        .with_file("broken/no-exchange.ndjson", broken(3, r#"{"request":7,"response":8}"#))
        .with_file("broken/cut.ndjson", broken(all.len() - 1, r#"{"request":"#))
        .with_file("broken/late.har", late_har(r#"{"request": 7, "response": 8}"#))
        .with_file("broken/late-syntax.har", late_har("nothing"))
        .with_file("broken/empty.json", "")
        .with_file(
            "in/recorded.yaml",
            fs::read(recordings().join("../containers/httpmock.yaml")).unwrap(),
        )
        .with_file("broken/foreign.json", "[{}]")
        .with_file("broken/foreign-begin.json", format!("[{{}},{}]", all[0]))
        .with_file("in/package.json", r#"{"name": "a"}"#)
        .with_file("in/fixtures.json", "[{}, {}, {}]")
        .with_file("in/lines.ndjson", "{}\n{}\n{}\n")
        .with_file("in/empty.har", r#"{"log": {}}"#)
}

/// A HAR file in which entries without an answer stand before one that is broken.
fn late_har(broken: &str) -> String {
    let entry = |status: u16| {
        format!(
            r#"{{"request": {{"method": "GET",
                "url": "https://h/agentassist/api/v1/public/st-1/contacts"}},
                "response": {{"status": {status}}}}}"#
        )
    };
    let (answered, silent) = (entry(200), entry(0));
    let entries = [&answered, &answered, &silent, &silent, &answered, &silent, &silent, &silent];
    let entries = entries.map(String::as_str).join(",");
    format!(r#"{{"log": {{"entries": [{entries}, {broken}, {answered}]}}}}"#)
}

/// Every defect of the project by the name of its file: the recordings that it starts from, with
/// its patch.
fn defects() -> Vec<(String, Value)> {
    let read = |path: &Path| serde_json::from_slice::<Value>(&fs::read(path).unwrap()).unwrap();
    let mut defects = Vec::new();
    for folder in fs::read_dir(recordings().join("../defects")).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let case = read(&path);
            let mut exchanges = Vec::new();
            for base in case["base"].as_array().unwrap() {
                match read(&recordings().join(base.as_str().unwrap())) {
                    Value::Array(list) => exchanges.extend(list),
                    exchange => exchanges.push(exchange),
                }
            }
            let mut exchanges = Value::Array(exchanges);
            for operation in case["patch"].as_array().unwrap() {
                patch(&mut exchanges, operation);
            }
            let rule = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
            let name = path.file_name().unwrap().to_str().unwrap();
            defects.push((format!("{rule}/{name}"), exchanges));
        }
    }
    assert!(defects.len() > 100);
    defects
}

/// Applies one operation of a patch (RFC 6902).
fn patch(target: &mut Value, operation: &Value) {
    let path = |name: &str| operation[name].as_str().unwrap();
    match operation["op"].as_str().unwrap() {
        "add" => add(target, path("path"), operation["value"].clone()),
        "replace" => *target.pointer_mut(path("path")).unwrap() = operation["value"].clone(),
        "remove" => drop(remove(target, path("path"))),
        "copy" => {
            let value = target.pointer(path("from")).unwrap().clone();
            add(target, path("path"), value);
        }
        "move" => {
            let value = remove(target, path("from"));
            add(target, path("path"), value);
        }
        other => panic!("{other} is not used so far"),
    }
}

fn add(target: &mut Value, path: &str, value: Value) {
    let (parent, key) = split(path);
    match target.pointer_mut(parent).unwrap() {
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => items.insert(key.parse().unwrap(), value),
        parent => drop(parent.as_object_mut().unwrap().insert(key, value)),
    }
}

fn remove(target: &mut Value, path: &str) -> Value {
    let (parent, key) = split(path);
    match target.pointer_mut(parent).unwrap() {
        Value::Array(items) => items.remove(key.parse().unwrap()),
        parent => parent.as_object_mut().unwrap().shift_remove(&key).unwrap(),
    }
}

fn split(path: &str) -> (&str, String) {
    let (parent, key) = path.rsplit_once('/').unwrap();
    (parent, key.replace("~1", "/").replace("~0", "~"))
}

/// Runs every shard, and keeps what it writes in `s1`, `s2` and so on; returns these names.
fn spread(program: &Program, count: usize, paths: &[&str]) -> Vec<String> {
    let names: Vec<_> = (1..=count).map(|index| format!("s{index}")).collect();
    for (index, name) in names.iter().enumerate() {
        let shard = format!("{}/{count}", index + 1);
        let output = program.command(&["check", "--shard", &shard]).args(paths).output().unwrap();
        fs::write(program.path().join(name), &output.stdout).unwrap();
    }
    names
}

fn merge(program: &Program, names: &[String], options: &[&str]) -> Output {
    // The order in which they are named does not matter.
    program.command(&["merge"]).args(names.iter().rev()).args(options).output().unwrap()
}

#[track_caller]
fn assert_same(whole: &Output, merged: &Output, what: &str) {
    assert_eq!(whole.stdout, merged.stdout, "{what}");
    assert_eq!(whole.status.code(), merged.status.code(), "{what}: {}", show(merged));
}

#[test]
fn the_merged_report_is_that_of_one_run_byte_for_byte() {
    let program = everything();
    for paths in [&["in"][..], &["in", "broken", "missing.har"]] {
        for count in 1..=4 {
            let names = spread(&program, count, paths);
            for format in FORMATS {
                // All forms once; where several shards differ from one, the full form shows it.
                if count != 3 && format != "json" {
                    continue;
                }
                let options = ["--format", format];
                let whole = program.command(&["check"]).args(paths).args(options).output().unwrap();
                assert!(whole.stdout.len() > 1_000, "{}", show(&whole));
                let merged = merge(&program, &names, &options);
                assert_same(&whole, &merged, &format!("{paths:?}, {count} shards, {format}"));
                assert_eq!(show(&whole), show(&merged), "{paths:?}, {count} shards, {format}");
            }
        }
    }
}

#[test]
fn a_merged_report_is_held_against_the_same_demands() {
    let program = everything();
    let clean = recordings();
    let clean = clean.to_str().unwrap();
    let names = spread(&program, 2, &[clean]);
    for options in [
        &["--deny", "warnings"][..],
        &["--min-coverage", "100"],
        &["--baseline", "known.json", "--update-baseline"],
        &["--baseline", "known.json", "--deny", "warnings"],
    ] {
        let whole = program.command(&["check", clean]).args(options).output().unwrap();
        assert_same(&whole, &merge(&program, &names, options), &options.join(" "));
    }
}

#[test]
fn shards_that_were_dealt_their_exchanges_make_the_same_report() {
    let program = everything();
    let text = program.read("in/all.ndjson");
    let whole = program.run_with_input(&["check", "-", "--format", "json"], &text);
    // More shards than exchanges: some of them get nothing.
    let many = text.lines().count() + 2;
    for count in [1, 2, 3, many] {
        let mut all = String::new();
        for index in 1..=count {
            let lines: Vec<_> = text.lines().skip(index - 1).step_by(count).collect();
            let shard = format!("{index}/{count}");
            let arguments = ["check", "-", "--dealt", "--shard", &shard];
            let shown = program.run_with_input(&arguments, &lines.join("\n"));
            let lines = shown.strip_prefix("exit code: 0\n--- stdout ---\n").unwrap();
            all += lines.strip_suffix("--- stderr ---\n").unwrap();
        }
        let merged = program.run_with_input(&["merge", "-", "--format", "json"], &all);
        assert_eq!(whole, merged, "{count} shards");
    }
}

#[test]
fn a_missing_or_doubled_or_cut_shard_is_a_clear_error() {
    let program = everything();
    spread(&program, 3, &["in"]);
    let cut = program.read("s3");
    let program = program.with_file("cut", &cut[..cut.len() / 2]);
    for (shards, problem) in [
        (&["s1", "s3"][..], "missing: shard 2/3; give all 3 shards of the run"),
        (&["s1", "s2", "s1"], "s1 and s1 both hold shard 1/3: leave one of them out"),
        (
            &["s1", "s2", "cut"],
            "cut is not complete: the run that wrote it was cut off, or lines were lost since",
        ),
        (&["s1", "in/all.ndjson"], "in/all.ndjson does not begin like what `check --shard` writes"),
    ] {
        let shown = show(&program.command(&["merge"]).args(shards).output().unwrap());
        let told = format!("error: cannot merge the shards: {problem}\n");
        assert_eq!(shown, format!("exit code: 3\n--- stdout ---\n--- stderr ---\n{told}"));
    }
}

#[test]
fn shards_with_other_options_or_inputs_are_not_of_one_run() {
    let program = everything();
    spread(&program, 2, &["in"]);
    for (arguments, problem) in [
        (&["in", "--strict"][..], "options `` against `--strict`"),
        (&["in/all.ndjson"], "was read against nothing"),
    ] {
        let mut command = program.command(&["check", "--shard", "2/2"]);
        let other = command.args(arguments).stderr(Stdio::null()).output().unwrap();
        fs::write(program.path().join("other"), &other.stdout).unwrap();
        let shown = program.run(&["merge", "s1", "other"]);
        assert!(shown.starts_with("exit code: 3\n--- stdout ---\n--- stderr ---\n"), "{shown}");
        assert!(shown.contains("s1 and other are not of one run: "), "{shown}");
        assert!(shown.contains(problem), "{shown}");
    }
}

#[test]
fn a_shard_takes_no_option_of_the_report() {
    let program = Program::new();
    for option in [
        &["--format", "json"][..],
        &["--deny", "warnings"],
        &["--min-coverage", "1"],
        &["--baseline", "known.json"],
    ] {
        let arguments = [&["check", ".", "--shard", "1/2"], option].concat();
        let shown = program.run(&arguments);
        assert!(shown.starts_with("exit code: 2\n"), "{option:?}: {shown}");
        let problem = format!("'--shard <INDEX/COUNT>' cannot be used with '{}", option[0]);
        assert!(shown.contains(&problem), "{shown}");
    }
    let alone = program.run(&["check", ".", "--dealt"]);
    assert!(alone.starts_with("exit code: 2\n") && alone.contains("--shard"), "{alone}");
    let shown = program.run(&["check", ".", "--shard", "3/2"]);
    assert!(shown.contains("a shard is written as `2/4`"), "{shown}");
}

/// The hashes in the lines of a shard.
fn hashes(lines: &str) -> Vec<u64> {
    fn collect(value: &Value, hashes: &mut Vec<u64>) {
        match value {
            Value::Object(object) => object.values().for_each(|part| collect(part, hashes)),
            Value::Array(items) => items.iter().for_each(|item| collect(item, hashes)),
            other => hashes.extend(other.as_u64().filter(|number| *number > 1 << 32)),
        }
    }
    let mut all = Vec::new();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        if let Some(exchange) = line.get("exchange") {
            collect(&exchange["verdict"]["facts"], &mut all);
        }
    }
    all
}

#[test]
fn the_lines_of_a_shard_hold_no_hash_that_can_be_found_by_trying() {
    let update = "updateContact/200-documentation-sample.json";
    let text = fs::read_to_string(recordings().join(update)).unwrap();
    let mut exchange: Value = serde_json::from_str(&text).unwrap();
    exchange.as_object_mut().unwrap().remove("source");
    let one = exchange.to_string();
    exchange["request"]["headers"]["auth"] = "another".into();
    let other = exchange.to_string();
    let program = Program::new()
        .with_file("one.ndjson", &one)
        .with_file("other.ndjson", &other)
        .with_file("key", "0123456789abcdef")
        .with_file("short", "0123");
    let lines = |arguments: &[&str]| {
        let shown = program.run_with_input(&[&["check"], arguments].concat(), &one);
        let lines = shown.strip_prefix("exit code: 0\n--- stdout ---\n").unwrap();
        lines.strip_suffix("--- stderr ---\n").unwrap().to_owned()
    };
    let dealt = ["-", "--dealt", "--shard", "1/1"];
    // The same name in two inputs, without a key, and with one.
    let unsealed = hashes(&lines(&dealt));
    let of_one = hashes(&lines(&["one.ndjson", "--shard", "1/1"]));
    let of_other = hashes(&lines(&["other.ndjson", "--shard", "1/1"]));
    let with_key = lines(&[&dealt[..], &["--shard-key-file", "key"]].concat());
    let sealed = hashes(&with_key);
    for (hashes, others) in
        [(&of_one, &of_other), (&of_one, &unsealed), (&of_other, &unsealed), (&sealed, &unsealed)]
    {
        assert!(hashes.len() >= 8 && !hashes.iter().any(|hash| others.contains(hash)));
    }
    assert!(!with_key.contains("0123456789"), "{with_key}");
    let short = [&["check"], &dealt[..], &["--shard-key-file", "short"]].concat();
    let refused = program.run(&short);
    assert!(refused.starts_with("exit code: 3\n"), "{refused}");
    assert!(refused.contains("it is shorter than 16 bytes"), "{refused}");
}

#[test]
fn shards_with_different_keys_are_not_of_one_run() {
    let program = Program::new()
        .with_recording("a.json", "listContacts/200-first-page.json", str::to_owned)
        .with_file("k1", "0123456789abcdef")
        .with_file("k2", "fedcba9876543210");
    for (index, key) in ["k1", "k2"].iter().enumerate() {
        let shard = format!("{}/2", index + 1);
        let arguments = ["check", "a.json", "--shard", &shard, "--shard-key-file", key];
        let output = program.command(&arguments).output().unwrap();
        fs::write(program.path().join(format!("s{}", index + 1)), &output.stdout).unwrap();
    }
    let shown = program.run(&["merge", "s1", "s2"]);
    assert!(shown.contains("are not of one run: options `--shard-key-file="), "{shown}");
}
