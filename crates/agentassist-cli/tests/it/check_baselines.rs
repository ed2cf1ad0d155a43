//! `agentassist check --baseline`: what is known, what is new, and what is gone.

use crate::program::Program;

const UPDATE: &str = "updateContact/200-documentation-sample.json";
const CHECK: [&str; 4] = ["check", "in", "--baseline", "known.json"];
const UPDATE_BASELINE: [&str; 5] = ["check", "in", "--baseline", "known.json", "--update-baseline"];

/// A folder with a recording in which a name is a number.
fn broken() -> Program {
    Program::new().with_recording("in/a.json", UPDATE, |text| {
        text.replace(r#""fullName": "john doe""#, r#""fullName": 7"#)
    })
}

/// The same, with a baseline that knows it.
fn known() -> Program {
    let program = broken();
    let updated = program.run(&UPDATE_BASELINE);
    assert!(updated.starts_with("exit code: 0\n"), "{updated}");
    program
}

#[test]
fn a_finding_in_the_baseline_fails_no_more_until_it_is_gone() {
    let program = broken();
    let missing = program.run(&CHECK);
    assert!(missing.starts_with("exit code: 3\n"), "{missing}");
    let updated = program.run(&UPDATE_BASELINE);
    assert!(updated.starts_with("exit code: 0\n"), "{updated}");
    let known = program.run(&CHECK);
    assert!(known.starts_with("exit code: 0\n"), "{known}");
    assert!(known.contains("1 known to the baseline"), "{known}");
    let mended = program.with_recording("in/a.json", UPDATE, str::to_owned);
    let gone = mended.run(&CHECK);
    assert!(gone.starts_with("exit code: 1\n"), "{gone}");
    assert!(gone.contains("gone: an integer where a string belongs"), "{gone}");
}

#[test]
fn a_new_finding_fails_beside_a_baseline() {
    let worse = known().with_recording("in/a.json", UPDATE, |text| {
        let text = text.replace(r#""fullName": "john doe""#, r#""fullName": 7"#);
        text.replace(r#""status": "ACTIVE""#, r#""status": 7"#)
    });
    let shown = worse.run(&CHECK);
    assert!(shown.starts_with("exit code: 1\n"), "{shown}");
}

#[test]
fn a_finding_that_weighs_more_than_in_the_baseline_fails() {
    let program = Program::new().with_recording("in/a.json", UPDATE, |text| {
        text.replace(r#""fullName": "john doe""#, r#""fullName": "john doe", "shoeSize": 44"#)
    });
    program.run(&UPDATE_BASELINE);
    let same = program.run(&CHECK);
    assert!(same.starts_with("exit code: 0\n"), "{same}");
    let worse = program.run(&[&CHECK[..], &["--strict"]].concat());
    assert!(worse.starts_with("exit code: 1\n"), "{worse}");
    assert!(worse.contains("1 error,"), "{worse}");
}

#[test]
fn a_run_that_judges_nothing_leaves_the_baseline_as_it_is() {
    let program = known();
    let before = program.read("known.json");
    for arguments in [&CHECK[..], &UPDATE_BASELINE] {
        let shown = program.run(&[arguments, &["--host", "example.com"]].concat());
        assert!(shown.starts_with("exit code: 4\n"), "{shown}");
        assert!(!shown.contains("gone:"), "{shown}");
        assert_eq!(program.read("known.json"), before);
    }
    let new = ["check", "in", "--host", "example.com", "--baseline", "new", "--update-baseline"];
    assert!(program.run(&new).starts_with("exit code: 4\n"));
    assert!(!program.path().join("new").exists());
}

#[test]
fn what_could_not_be_read_is_not_gone() {
    let program =
        known().with_file("in/a.json", "{").with_recording("in/b.json", UPDATE, str::to_owned);
    let before = program.read("known.json");
    for arguments in [&CHECK[..], &UPDATE_BASELINE] {
        let shown = program.run(arguments);
        assert!(shown.starts_with("exit code: 3\n"), "{shown}");
        assert!(!shown.contains("gone:"), "{shown}");
        assert_eq!(program.read("known.json"), before);
    }
}

#[test]
fn what_became_better_is_taken_off_by_an_update() {
    let program = known().with_recording("in/a.json", UPDATE, str::to_owned);
    assert!(program.run(&CHECK).starts_with("exit code: 1\n"));
    assert!(program.run(&UPDATE_BASELINE).starts_with("exit code: 0\n"));
    assert!(program.run(&CHECK).starts_with("exit code: 0\n"));
}

#[test]
fn an_answer_that_is_known_to_be_wrong_covers_nothing() {
    let demand = &[&CHECK[..], &["--min-coverage", "operations=20"]].concat();
    let wrong = known().run(demand);
    assert!(wrong.starts_with("exit code: 5\n"), "{wrong}");
    let right = Program::new().with_recording("in/a.json", UPDATE, str::to_owned);
    let right = right.with_file("known.json", r#"{"version": 1, "findings": {}}"#).run(demand);
    assert!(right.starts_with("exit code: 0\n"), "{right}");
}

#[test]
fn a_file_that_is_no_baseline_is_not_overwritten() {
    let program = broken();
    let recording = program.read("in/a.json");
    let refused = program.run(&["check", "in", "--baseline", "in/a.json", "--update-baseline"]);
    assert!(refused.starts_with("exit code: 2\n"), "{refused}");
    assert!(refused.contains("in/a.json is no baseline, and stays as it is"), "{refused}");
    assert_eq!(program.read("in/a.json"), recording);
}
