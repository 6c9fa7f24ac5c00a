//! Which messages belong to one conversation: a union of what they name.
//!
//! Every identifier that a message carries is a node: its own, its parent's, its root's,
//! its thread's; between two parties without a thread also its writer. The message joins
//! them, so it does not matter in which order messages arrive, nor whether a parent ever
//! does. Identifiers count within one channel and account; a message whose account is not
//! known (one found by searching) joins what has its identifiers under any account.

use super::Message;
use super::accounts::Accounts;
use crate::mention::{ChannelKind, MentionId};
use std::collections::HashMap;

/// What a message names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Named {
    Message(String),
    Thread(String),
    Person(String),
}

/// A name on a channel.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    channel: ChannelKind,
    named: Named,
}

/// A node of the union: something that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Node(usize);

/// Two conversations that have become one: `from` is part of `into` now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Union {
    pub(super) from: Node,
    pub(super) into: Node,
}

/// Who speaks in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Party {
    /// A writer of whom something is known.
    Author(String),
    /// The other one of two.
    Other,
    /// The same again, after the case before was closed for good; how often.
    Again(Box<Self>, u32),
    /// A writer of whom nothing is known, by what was written.
    Unknown(MentionId),
}

impl Party {
    pub(super) fn of(message: &Message) -> Self {
        match message.author() {
            Some(author) => Self::Author(author.to_owned()),
            None if message.is_between_two() => Self::Other,
            None => Self::Unknown(message.mention().clone()),
        }
    }
}

/// The union.
#[derive(Clone, Debug, Default)]
pub(super) struct Conversations {
    nodes: HashMap<Key, Accounts>,
    above: Vec<(Node, u32)>,
}

impl Conversations {
    /// The node of a message itself, and of the message it names as its parent. What it
    /// names becomes one conversation; `unions` lists which ones had been apart.
    pub(super) fn join(
        &mut self,
        message: &Message,
        inbound: bool,
        unions: &mut Vec<Union>,
    ) -> (Node, Option<Node>) {
        let thread = message.thread();
        let own = message.external_id();
        let node = self.touch(message, Named::Message(own.to_owned()), unions);
        let named = |id: &Option<String>| {
            id.as_deref().filter(|id| *id != own).map(|id| Named::Message(id.to_owned()))
        };
        let parent = named(&thread.parent).map(|name| self.touch(message, name, unions));
        let root = named(&thread.root).map(|name| self.touch(message, name, unions));
        let thread_id = thread.id.clone().map(Named::Thread);
        let person = match message.author() {
            Some(author) if inbound && thread.id.is_none() && message.is_between_two() => {
                Some(Named::Person(author.to_owned()))
            }
            _ => None,
        };
        let whole = thread_id.or(person).map(|name| self.touch(message, name, unions));
        for other in [parent, root, whole].into_iter().flatten() {
            self.unite(node, other, unions);
        }
        (node, parent.or(root))
    }

    /// The node of a message that is only known by its identifier `id`, in the
    /// conversation of `message`.
    pub(super) fn link(&mut self, message: &Message, id: &str, unions: &mut Vec<Union>) -> Node {
        let own = Named::Message(message.external_id().to_owned());
        let own = self.touch(message, own, unions);
        let node = self.touch(message, Named::Message(id.to_owned()), unions);
        self.unite(own, node, unions);
        node
    }

    /// The node that stands for the whole conversation of `node`.
    pub(super) fn root(&mut self, mut node: Node) -> Node {
        while let Some((above, _)) = self.above.get(node.0).copied()
            && above != node
        {
            let next = self.above.get(above.0).map_or(above, |(next, _)| *next);
            if let Some(link) = self.above.get_mut(node.0) {
                link.0 = next;
            }
            node = next;
        }
        node
    }

    /// The node that stands for the whole conversation of `node`, left as it is.
    pub(super) fn find(&self, mut node: Node) -> Node {
        while let Some((above, _)) = self.above.get(node.0)
            && *above != node
        {
            node = *above;
        }
        node
    }

    /// All nodes of the same message: itself, and where an account is not known, what has
    /// its name under any account.
    pub(super) fn alike(&self, message: &Message, id: &str) -> Vec<Node> {
        let key = Key { channel: message.channel().clone(), named: Named::Message(id.to_owned()) };
        self.nodes.get(&key).map(|nodes| nodes.alike(message.account())).unwrap_or_default()
    }

    fn touch(&mut self, message: &Message, named: Named, unions: &mut Vec<Union>) -> Node {
        let account = message.account();
        let is_person = matches!(named, Named::Person(_));
        let nodes =
            self.nodes.entry(Key { channel: message.channel().clone(), named }).or_default();
        if let Some(node) = nodes.get(account) {
            return node;
        }
        let node = Node(self.above.len());
        self.above.push((node, 1));
        let others = if is_person { Vec::new() } else { nodes.alike(account) };
        nodes.insert(account.map(str::to_owned), node);
        for other in others {
            self.unite(node, other, unions);
        }
        node
    }

    fn unite(&mut self, a: Node, b: Node, unions: &mut Vec<Union>) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let size = |node: Node| self.above.get(node.0).map_or(0, |(_, size)| *size);
        let total = size(a).saturating_add(size(b));
        let (from, into) = if size(a) < size(b) { (a, b) } else { (b, a) };
        if let Some(link) = self.above.get_mut(from.0) {
            link.0 = into;
        }
        if let Some(link) = self.above.get_mut(into.0) {
            link.1 = total;
        }
        unions.push(Union { from, into });
    }
}
