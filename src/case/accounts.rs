//! One name under several accounts.

use super::conversation::Node;
use std::collections::BTreeMap;

/// The nodes of one name, by the account under which it was given; `None` where that is not
/// known. Nearly every name has one.
#[derive(Clone, Debug, Default)]
pub(super) enum Accounts {
    #[default]
    None,
    One(Option<String>, Node),
    Many(BTreeMap<Option<String>, Node>),
}

impl Accounts {
    /// The node under this very account.
    pub(super) fn get(&self, account: Option<&str>) -> Option<Node> {
        match self {
            Self::None => None,
            Self::One(known, node) => (known.as_deref() == account).then_some(*node),
            Self::Many(nodes) => nodes.get(&account.map(str::to_owned)).copied(),
        }
    }

    /// The nodes that may be the same as one under `account`: one whose account is not
    /// known may be any, and any may be the one whose account is not known.
    pub(super) fn alike(&self, account: Option<&str>) -> Vec<Node> {
        match (self, account) {
            (Self::None, _) => Vec::new(),
            (Self::One(_, node), None) => vec![*node],
            (Self::Many(nodes), None) => nodes.values().copied().collect(),
            (_, Some(_)) => self.get(account).into_iter().chain(self.get(None)).collect(),
        }
    }

    /// Adds the node of an account that had none.
    pub(super) fn insert(&mut self, account: Option<String>, node: Node) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(account, node),
            Self::One(known, other) => {
                Self::Many(BTreeMap::from([(known, other), (account, node)]))
            }
            Self::Many(mut nodes) => {
                nodes.insert(account, node);
                Self::Many(nodes)
            }
        };
    }
}
