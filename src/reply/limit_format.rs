//! A limit as a person writes it.

use super::limit::RemoteHandles;
use super::{TextLimit, Unit};
use crate::config::{Node, configured};

impl RemoteHandles {
    const WORDS: [(&'static str, Self); 2] =
        [("whole", Self::Whole), ("without_domain", Self::WithoutDomain)];
}

impl TextLimit {
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let max = table.read_or("max", None, |node| amount(node).map(Some));
        let unit = table.read_or("unit", Unit::default(), |node| node.one_of(&Unit::WORDS));
        let max_bytes = table.read_or("max_bytes", None, |node| amount(node).map(Some));
        let link = table.read_or("link", None, |node| amount(node).map(Some));
        let bare_links = table.read_or("bare_links", true, Node::boolean);
        let whole = RemoteHandles::Whole;
        let remote_handles =
            table.read_or("remote_handles", whole, |node| node.one_of(&RemoteHandles::WORDS));
        let whole_emoji = table.read_or("whole_emoji", true, Node::boolean);
        table.finish();
        let usual = Self::new(max?, unit?);
        Some(Self {
            max_bytes: max_bytes?,
            link: link?.or(usual.link),
            bare_links: bare_links?,
            remote_handles: remote_handles?,
            whole_emoji: whole_emoji?,
            ..usual
        })
    }
}

configured!(TextLimit, "limit");

fn amount(node: &Node<'_>) -> Option<usize> {
    let found = node.integer()?;
    let amount = usize::try_from(found).ok().filter(|amount| *amount > 0);
    if amount.is_none() {
        node.fault(format!("expected a number above 0, found {found}"));
    }
    amount
}
