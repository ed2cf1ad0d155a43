//! Why a document cannot be rendered.

/// A reason why there is no page; the places are JSON pointers into the document.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RenderError {
    /// A keyword that no part of the page shows.
    #[error(
        "{pointer}: the reference cannot show this keyword; remove it or teach xtask/src/docs to show it"
    )]
    UnknownKeyword { pointer: String },

    /// A value that is not what its place asks for.
    #[error("{pointer}: the reference needs {expected} here")]
    Unexpected { pointer: String, expected: &'static str },

    /// A keyword without which its object cannot be shown.
    #[error("{pointer}: the reference needs the keyword `{keyword}` here")]
    Missing { pointer: String, keyword: &'static str },

    /// A `$ref` that leads to nothing, out of the document, or round in a circle.
    #[error("{pointer}: the reference `{target}` leads to nothing in this document")]
    Dangling { pointer: String, target: String },

    /// A component that nothing refers to, so that no place of the page shows it.
    #[error("{pointer}: nothing refers to this component; use it or remove it")]
    Unused { pointer: String },

    /// Two things of the document that would have the same address on the page.
    #[error("{pointer}: the page already has an address `#{anchor}`; rename one of the two")]
    DuplicateAnchor { pointer: String, anchor: String },

    /// A template that does not fit the view: a fault of this program, not of the document.
    #[error("the templates of the reference do not fit its view")]
    Template(#[from] minijinja::Error),
}

/// What reading a part of the document gives.
pub(super) type Result<T> = std::result::Result<T, RenderError>;
