//! Markdown of the document as HTML that is safe to put into the page.

use minijinja::Value;
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html};
use serde::Serialize;

/// HTML that the templates take as it is. Only this module makes some.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Html(Value);

/// Renders a text of the document in paragraphs, lists and code blocks.
///
/// HTML inside the text is shown as text. A picture becomes its description, since the page loads
/// nothing, and a link survives only if it leads into the page or to a web or mail address. A
/// heading becomes a paragraph in bold: the page has an order of headings of its own.
pub(super) fn block(text: &str) -> Html {
    let mut out = String::new();
    html::push_html(&mut out, events(text));
    Html(Value::from_safe_string(out))
}

/// Renders a text that stands within a line: as [`block`], without paragraphs around it.
pub(super) fn inline(text: &str) -> Html {
    let mut out = String::new();
    let paragraph = |event: &Event<'_>| {
        matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph))
    };
    html::push_html(&mut out, events(text).filter(|event| !paragraph(event)));
    Html(Value::from_safe_string(out))
}

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    // Links do not nest, so one flag tells whether the next end belongs to a link that was dropped.
    let mut dropped = false;
    Parser::new(text).flat_map(move |event| harmless(event, &mut dropped))
}

fn harmless<'t>(event: Event<'t>, dropped: &mut bool) -> Vec<Event<'t>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text)],
        Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
        Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => Vec::new(),
        Event::Start(Tag::Link { ref dest_url, .. }) if !leads_somewhere(dest_url) => {
            *dropped = true;
            Vec::new()
        }
        Event::End(TagEnd::Link) if *dropped => {
            *dropped = false;
            Vec::new()
        }
        Event::Start(Tag::Heading { .. }) => {
            vec![Event::Start(Tag::Paragraph), Event::Start(Tag::Strong)]
        }
        Event::End(TagEnd::Heading(_)) => {
            vec![Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph)]
        }
        event => vec![event],
    }
}

fn leads_somewhere(target: &CowStr<'_>) -> bool {
    web_address(target) || target.starts_with('#') || target.starts_with("mailto:")
}

/// Tells whether a link to this address is a plain link to the web, and not to some script.
pub(super) fn web_address(target: &str) -> bool {
    target.starts_with("https://") || target.starts_with("http://")
}
