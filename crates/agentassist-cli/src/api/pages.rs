//! How large the pages of a listing are, told from what is asked for.

use std::collections::BTreeSet;

use url::Url;

/// The places in the listing where pages were seen to begin: as many as it takes.
#[derive(Debug, Default)]
pub(super) struct Pages(BTreeSet<u64>);

impl Pages {
    /// Looks at the URL of a request that was answered.
    pub(super) fn see(&mut self, url: &Url) {
        let query = || url.query_pairs();
        let skip = query().find(|(name, _)| name == "skip").map(|(_, skip)| skip.parse());
        // A request that says nothing is for the first page.
        if let Ok(skip) = skip.unwrap_or(Ok(0)) {
            self.0.insert(skip);
        }
        if self.0.len() > 2 {
            self.0.pop_last();
        }
    }

    /// How many contacts lie between the first two pages.
    pub(super) fn size(&self) -> Option<u64> {
        let mut begins = self.0.iter();
        let (first, second) = (begins.next()?, begins.next()?);
        Some(second - first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_page_tells_how_long_the_first_one_was() {
        let mut pages = Pages::default();
        let mut after = |query: &str| {
            pages.see(&format!("http://h/contacts{query}").parse().unwrap());
            pages.size()
        };
        assert_eq!(after("?limit=1000"), None);
        assert_eq!(after("?limit=1000&skip=30"), Some(30));
        assert_eq!(after("?skip=10&limit=1000"), Some(10));
        assert_eq!(after("?skip=20"), Some(10));
    }
}
