use super::*;

fn text(plan: &Plan) -> String {
    let mut text = Vec::new();
    plan.write_to(&mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// The plan as a file with such a text holds it.
fn parsed(text: &str) -> Result<Plan, String> {
    let by_lines = reading::by_lines(text.as_bytes()).unwrap();
    let whole = reading::whole(text);
    if let Some(by_lines) = by_lines {
        assert_eq!(by_lines, whole);
    }
    whole
}

fn plan() -> Plan {
    let entry = |id: &str, name: Option<&str>| Entry {
        id: id.parse().unwrap(),
        name: name.map(str::to_owned),
    };
    let place =
        Place { target: "sandbox".into(), account_id: "a".into(), stream_id: "st-1".into() };
    let first = entry("1", Some("Ada \"the\\first\" 'x'\n\u{7f}\u{1b}[31m"));
    Plan::new(place, vec![first, entry("2", None)])
}

#[test]
fn a_plan_is_read_as_it_was_written() {
    let text = text(&plan());
    assert_eq!(parsed(&text).unwrap(), plan());
    assert_eq!(text.lines().count(), 11, "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
}

#[test]
fn a_line_that_is_taken_out_keeps_its_contact() {
    let text = text(&plan());
    let edited: Vec<_> = text.lines().filter(|line| !line.contains("\"2\"")).collect();
    assert_eq!(parsed(&edited.join("\n")).unwrap().entries.len(), 1);
}

#[test]
fn a_plan_has_an_id_of_its_own() {
    let Plan { id, place, entries } = plan();
    assert_eq!(Plan::new(place.clone(), entries.clone()).id, id);
    let elsewhere = Place { target: "h".into(), ..place.clone() };
    assert_ne!(Plan::new(elsewhere, entries.clone()).id, id);
    assert_ne!(Plan::new(place, entries[1..].to_vec()).id, id);
}

#[test]
fn what_is_no_plan_is_refused_with_the_line() {
    let swapped = |from: &str, to: &str| parsed(&text(&plan()).replace(from, to));
    assert!(swapped("version = 1", "version = 2").unwrap_err().contains("version 2"));
    assert!(swapped("\"2\"", "\"bulk-delete\"").unwrap_err().starts_with("contact 2"));
    assert!(swapped("target", "tarjet").unwrap_err().starts_with("line 5: "));
    assert!(parsed("hello").is_err());
}

#[test]
fn a_plan_is_read_line_by_line_unless_somebody_wrote_it_otherwise() {
    let text = text(&plan());
    assert!(reading::by_lines(text.as_bytes()).unwrap().is_some());
    let edited = text.replace("  { id = \"2\"", "# kept:\n\n{id='2'").replace("]\n", "] # all\n");
    for text in [
        text.replace("contacts = [\n", "contacts=[\n").replace(" },\n]", " }, # last\n]"),
        text.replace("contacts = [\n", "contacts = [ # some\n"),
        text.replace("{ id = \"2\" }", "{ id =\n\"2\" }"),
        edited,
        "contacts = [{ id = \"1\" }, { id = \"2\" }]\n".to_owned()
            + text.split("contacts = ").next().unwrap(),
    ] {
        let plan = parsed(&text).unwrap();
        let ids: Vec<_> = plan.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["1", "2"], "{text}");
    }
}
