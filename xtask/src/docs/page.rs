//! The page as a whole: the document from its title to its last component.

use serde::Serialize;

use super::builder::{Builder, Link, prose, web_address, web_link};
use super::error::{RenderError, Result};
use super::evidence::Mark;
use super::markdown::Html;
use super::node::Node;
use super::operation::{Operation, Route};
use super::schema::Schema;
use super::security::Scheme;
use super::server::Server;

/// Everything that the page shows.
#[derive(Debug, Serialize)]
pub(super) struct Page<'d> {
    openapi: String,
    about: About,
    servers: Vec<Server>,
    authentication: Vec<Scheme>,
    chapters: Vec<Chapter<'d>>,
    schemas: Vec<Schema>,
    marks: Vec<Mark>,
}

/// What the document says about itself.
#[derive(Debug, Serialize)]
struct About {
    title: String,
    version: String,
    description: Option<Html>,
    links: Vec<Link>,
}

/// The operations under one tag.
#[derive(Debug, Serialize)]
struct Chapter<'d> {
    anchor: String,
    title: String,
    description: Option<Html>,
    link: Option<Link>,
    operations: Vec<Operation<'d>>,
}

/// Addresses of the page itself, which nothing of the document may take.
const SECTIONS: [&str; 8] = [
    "content",
    "introduction",
    "evidence",
    "operations",
    "base-url",
    "authentication",
    "schemas",
    "assumptions",
];

const METHODS: [(&str, &str); 8] = [
    ("get", "GET"),
    ("put", "PUT"),
    ("post", "POST"),
    ("patch", "PATCH"),
    ("delete", "DELETE"),
    ("head", "HEAD"),
    ("options", "OPTIONS"),
    ("trace", "TRACE"),
];

/// Components that stand on the page only where something refers to them.
const REFERRED: [&str; 6] =
    ["parameters", "responses", "requestBodies", "headers", "examples", "securitySchemes"];

impl<'d> Builder<'d> {
    /// Reads the whole document.
    pub(super) fn page(mut self) -> Result<Page<'d>> {
        let root = self.document.clone();
        for section in SECTIONS {
            self.claim(section, &root)?;
        }
        root.fields(|fields| {
            let openapi = fields.needed_text("openapi")?.to_owned();
            let mut about = about(&fields.need("info")?)?;
            if let Some(node) = fields.take("externalDocs") {
                about.links.insert(0, web_link(&node, "description")?);
            }
            let servers = self.servers(&fields.items("servers")?)?;
            let components = fields.take("components");
            let part = |name| components.as_ref().and_then(|node| node.peek(name));
            let authentication = self.schemes(part("securitySchemes").as_ref())?;
            let base = servers.first().map_or("", |server| server.address.as_str());
            let security = fields.take("security");
            let operations = self.operations(&fields.members("paths")?, base, security.as_ref())?;
            let chapters = self.chapters(&fields.items("tags")?, operations, &root)?;
            let schemas = self.schemas(part("schemas").as_ref())?;
            self.nothing_unused(components.as_ref())?;
            // The weakest evidence first; within it, the order of the page.
            let mut marks = std::mem::take(&mut self.marks);
            marks.sort_by_key(|mark| mark.basis);
            Ok(Page { openapi, about, servers, authentication, chapters, schemas, marks })
        })
    }

    fn operations(
        &mut self,
        paths: &[(&'d str, Node<'d>)],
        base: &str,
        security: Option<&Node<'d>>,
    ) -> Result<Vec<Operation<'d>>> {
        let mut operations = Vec::new();
        for (path, node) in paths {
            node.fields(|fields| {
                let shared = fields.items("parameters")?;
                for (keyword, method) in METHODS {
                    if let Some(node) = fields.take(keyword) {
                        let route = Route { method, path, base, shared: &shared, security };
                        operations.push(self.operation(&node, &route)?);
                    }
                }
                Ok(())
            })?;
        }
        Ok(operations)
    }

    /// Sorts operations under the tags of the document; what has none of them comes last.
    fn chapters(
        &mut self,
        tags: &[Node<'d>],
        operations: Vec<Operation<'d>>,
        root: &Node<'d>,
    ) -> Result<Vec<Chapter<'d>>> {
        let mut chapters = Vec::new();
        let mut rest = operations;
        for tag in tags {
            chapters.push(tag.fields(|fields| {
                let title = fields.needed_text("name")?;
                let (here, others) = rest.drain(..).partition(|one| one.tag == Some(title));
                rest = others;
                Ok(Chapter {
                    anchor: self.claim(&format!("tag.{title}"), tag)?,
                    title: title.to_owned(),
                    description: prose(fields, "description")?,
                    link: fields
                        .take("externalDocs")
                        .map(|node| web_link(&node, "description"))
                        .transpose()?,
                    operations: here,
                })
            })?);
        }
        if !rest.is_empty() {
            chapters.push(Chapter {
                anchor: self.claim("other-operations", root)?,
                title: "Other operations".to_owned(),
                description: None,
                link: None,
                operations: rest,
            });
        }
        Ok(chapters)
    }

    /// Makes sure that the page shows each component: what nothing refers to would be lost.
    fn nothing_unused(&self, components: Option<&Node<'d>>) -> Result<()> {
        let Some(components) = components else { return Ok(()) };
        components.fields(|fields| {
            fields.take("schemas");
            for part in REFERRED {
                for (_, node) in fields.members(part)? {
                    if !self.has_reached(&node) {
                        return Err(RenderError::Unused { pointer: node.pointer().to_owned() });
                    }
                }
            }
            Ok(())
        })
    }
}

fn about(node: &Node<'_>) -> Result<About> {
    node.fields(|fields| {
        let mut links = Vec::new();
        for keyword in ["contact", "license"] {
            links.extend(fields.take(keyword).map(|node| web_link(&node, "name")).transpose()?);
        }
        if let Some(node) = fields.take("termsOfService") {
            links.push(Link { text: "Terms of service".to_owned(), href: web_address(&node)? });
        }
        Ok(About {
            title: fields.needed_text("title")?.to_owned(),
            version: fields.needed_text("version")?.to_owned(),
            description: prose(fields, "description")?,
            links,
        })
    })
}
