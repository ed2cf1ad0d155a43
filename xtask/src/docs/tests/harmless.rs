//! The page runs nothing, loads nothing, and every way through it leads somewhere.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{attribute, changed, document, ids, page, visible};

#[test]
fn every_address_is_given_once() {
    let html = page(&document());
    let all = attribute(&html, "id");
    let mut seen = BTreeSet::new();
    for id in &all {
        assert!(seen.insert(id), "{id} is there twice");
        assert!(!id.contains(char::is_whitespace), "{id}");
    }
    assert!(all.len() > 300, "only {} addresses", all.len());
}

#[test]
fn every_link_within_the_page_has_its_target() {
    let html = page(&document());
    let ids = ids(&html);
    let mut seen = 0;
    for target in attribute(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.contains(target), "#{target} leads nowhere");
        seen += 1;
    }
    assert!(seen > 300, "only {seen} links");
    for label in attribute(&html, "aria-labelledby") {
        assert!(ids.contains(label), "{label} labels nothing");
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    let html = page(&document());
    for word in [
        "<script",
        "<link",
        "<img",
        "<iframe",
        "<object",
        "<embed",
        "<base",
        "<form",
        " src=",
        "srcset",
        "url(",
        "@import",
        "@font-face",
        "javascript:",
        " onload=",
        " onclick=",
    ] {
        assert!(!html.contains(word), "{word}");
    }
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    assert!(html.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{policy}\"")));
    for href in attribute(&html, "href") {
        let href = href.replace("&#x2f;", "/");
        assert!(href.starts_with('#') || href.starts_with("https://"), "{href}");
    }
}

#[test]
fn headings_never_skip_a_level() {
    let html = page(&document());
    let mut before = 0;
    for (index, _) in html.match_indices("<h") {
        let Some(level) = html[index + 2..].chars().next().and_then(|char| char.to_digit(10))
        else {
            continue;
        };
        assert!(level <= before + 1, "h{level} after h{before}: {:.60}", &html[index..]);
        before = level;
    }
    assert_eq!(html.matches("<h1").count(), 1);
}

#[test]
fn hostile_text_stays_text_wherever_it_stands() {
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let name = "/agentassist/api/v1/public/{streamId}/contacts";
    let operation = format!("/paths/{}/get", name.replace('/', "~1"));
    for place in [
        "/info/title".to_owned(),
        "/info/description".to_owned(),
        "/tags/0/description".to_owned(),
        format!("{operation}/summary"),
        format!("{operation}/description"),
        format!("{operation}/x-api-scope"),
        format!("{operation}/x-retry/why"),
        format!("{operation}/x-request-content-type/value"),
        format!("{operation}/responses/200/x-evidence/why"),
        format!(
            "{operation}/responses/200/content/application~1json/examples/documentation-sample/value/results/0/firstName"
        ),
        "/components/parameters/Skip/description".to_owned(),
        "/components/schemas/StreamId/pattern".to_owned(),
        "/components/schemas/Contact/properties/status/x-extensible-enum/0".to_owned(),
        "/components/schemas/Contact/properties/firstName/x-pii".to_owned(),
    ] {
        let html = page(&changed(&place, |text| *text = Value::from(hostile)));
        assert!(!html.contains("<script"), "{place}");
        assert!(!html.contains("<img"), "{place}");
        assert!(visible(&html).contains("<script>alert(1)</script>"), "{place}");
    }
}

#[test]
fn hostile_names_cannot_leave_their_attribute() {
    let document = changed("/components/schemas/Contact/properties", |properties| {
        properties["a\" onclick=\"b c"] = json!({"type": "string"});
    });
    let html = page(&document);
    assert!(!html.contains("onclick=\""));
    assert!(ids(&html).contains("Contact.a__onclick__b_c"));
}

#[test]
fn markdown_keeps_its_form_and_loses_pictures_and_scripts() {
    let text = "# Heading\n\n[bad](javascript:alert(1)) [good](https://example.com/) \
                ![picture](https://example.com/p.png)\n\n- item";
    let html = page(&changed("/info/description", |value| *value = Value::from(text)));
    assert!(html.contains("<p><strong>Heading</strong></p>"));
    assert!(html.contains("<p>bad <a href=\"https://example.com/\">good</a> picture</p>"));
    assert!(html.contains("<li>item</li>"));
    assert!(!html.contains("javascript:") && !html.contains("p.png"));
}

#[test]
fn a_link_that_is_no_web_address_is_an_error() {
    let document = changed("/externalDocs/url", |url| *url = Value::from("javascript:alert(1)"));
    let error = super::super::render(&document).unwrap_err();
    assert!(error.to_string().starts_with("/externalDocs/url: "), "{error}");
}
