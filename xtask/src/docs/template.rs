//! From the view to text: the templates, one for each part of the page.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, State, UndefinedBehavior, Value};

use super::error::Result;
use super::page::Page;

/// Every template by its name; those that end in `.html` escape what they are given.
const TEMPLATES: &[(&str, &str)] = &[
    ("anchor.html", include_str!("templates/anchor.html")),
    ("assumptions.html", include_str!("templates/assumptions.html")),
    ("code.html", include_str!("templates/code.html")),
    ("content.html", include_str!("templates/content.html")),
    ("evidence.html", include_str!("templates/evidence.html")),
    ("examples.html", include_str!("templates/examples.html")),
    ("kind.html", include_str!("templates/kind.html")),
    ("limits.html", include_str!("templates/limits.html")),
    ("navigation.html", include_str!("templates/navigation.html")),
    ("operation.html", include_str!("templates/operation.html")),
    ("overview.html", include_str!("templates/overview.html")),
    ("page.html", include_str!("templates/page.html")),
    ("property.html", include_str!("templates/property.html")),
    ("response.html", include_str!("templates/response.html")),
    ("schema.html", include_str!("templates/schema.html")),
    ("shape.html", include_str!("templates/shape.html")),
    ("style.css", include_str!("templates/style.css")),
];

/// Renders the whole page.
pub(super) fn page(page: &Page) -> Result<String> {
    Ok(environment()?.get_template("page.html")?.render(Serde(page))?)
}

fn environment() -> Result<Environment<'static>> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_filter("part", part);
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    Ok(environment)
}

/// Renders a value of the view through a template of its own: `{{ property | part("property.html") }}`.
///
/// A part sees that value and nothing else, and may hold parts of its own kind.
fn part(state: &State<'_, '_>, view: Value, name: &str) -> std::result::Result<Value, Error> {
    let text = state.env().get_template(name)?.render(view)?;
    Ok(Value::from_safe_string(text))
}
