//! Reading a list of rules from a configuration.

use super::Rule;
use crate::config::Node;
use std::collections::BTreeMap;

/// The most rules in one book.
const MOST_RULES: usize = 100_000;

/// Every rule of a list, no two with the same id.
pub(super) fn read_rules(node: &Node<'_>) -> Option<Vec<Rule>> {
    let nodes = node.list()?;
    if nodes.len() > MOST_RULES {
        node.fault(format!("expected at most {MOST_RULES} rules, found {}", nodes.len()));
        return None;
    }
    let read = |(index, node): (usize, &Node<'_>)| Rule::read(node, index);
    let rules: Vec<Option<Rule>> = nodes.iter().enumerate().map(read).collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut is_unique = true;
    for (index, node) in nodes.iter().enumerate() {
        let Some(id) = node.value().get("id").and_then(|id| id.as_str()) else { continue };
        if let Some(earlier) = first.get(id.trim()) {
            node.fault(format!("has the same id as rule {earlier}, \"{}\"", id.trim()));
            is_unique = false;
        } else {
            first.insert(id.trim(), index);
        }
    }
    let rules: Option<Vec<Rule>> = rules.into_iter().collect();
    rules.filter(|_| is_unique)
}
