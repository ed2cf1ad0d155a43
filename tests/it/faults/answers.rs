//! Whole answers as they go over the wire.

/// An answer with a JSON body.
pub(crate) fn json(status: u16, body: &str) -> Vec<u8> {
    json_with(status, &[], body)
}

/// An answer with a JSON body and further headers.
pub(crate) fn json_with(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    answer(status, "application/json", headers, body)
}

/// What a gateway shows to browsers.
pub(crate) fn html(status: u16, body: &str) -> Vec<u8> {
    answer(status, "text/html", &[], body)
}

fn answer(status: u16, kind: &str, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let further: String =
        headers.iter().map(|(name, value)| [name, ": ", value, "\r\n"].concat()).collect();
    let length = body.len();
    format!(
        "HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n{further}Content-Length: {length}\r\n\
         Connection: close\r\n\r\n{body}"
    )
    .into_bytes()
}
