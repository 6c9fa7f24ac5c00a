//! How a message finds its case, and what else moves by that.

use super::conversation::{Node, Party, Union};
use super::talk::Task;
use super::{Case, CaseId, Cases, Event, EventKind, Message, Placement, Recorded};

/// Who said what stands at a node.
#[derive(Clone, Debug)]
pub(super) enum Said {
    Theirs(Party),
    Ours(Option<Target>),
}

/// To whom we said something.
#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    /// To the writer of the message at this node.
    Writer(Node),
    /// To nobody in particular.
    All,
}

impl Cases {
    /// Takes in an event that brings a message. `name` is the case it was in, if it is read
    /// back: where its conversation gives it none, it goes there.
    pub(super) fn take(&mut self, event: Event, name: Option<&CaseId>) -> Placement {
        let mut placement = Placement::default();
        let Some(message) = event.message() else { return placement };
        if let Some(node) = self.known.get(message.mention()) {
            placement.known(self.case_at(*node).cloned());
            return placement;
        }
        let inbound = matches!(event.kind(), EventKind::Received(_));
        let mut unions = Vec::new();
        let (node, parent) = self.conversations.join(message, inbound, &mut unions);
        self.known.insert(message.mention().clone(), node);
        self.unite(&unions, &mut placement);
        if self.said.contains_key(&node) {
            placement.known(self.case_at(node).cloned());
            return placement;
        }
        if inbound {
            let waiting = self.waiting_for(message, message.external_id());
            self.hear(node, event, name, &mut placement);
            self.release(waiting, Target::Writer(node), &mut placement);
        } else {
            self.say(node, parent, event, &mut placement);
        }
        placement.at(self.case_at(node).cloned());
        placement
    }

    /// A message of the customer: it opens a case or joins one.
    fn hear(&mut self, node: Node, event: Event, name: Option<&CaseId>, placement: &mut Placement) {
        let Some(message) = event.message() else { return };
        let root = self.conversations.root(node);
        let party = self.party(root, Party::of(message), &event, name);
        let mut tasks = Vec::new();
        let talk = self.talks.entry(root).or_default();
        let case = if let Some(case) = talk.heard(&party, event.at(), &mut tasks) {
            case
        } else {
            let name = name.cloned().unwrap_or_else(|| self.free_name(message.mention().into()));
            self.by_name.entry(name.clone()).or_insert_with(|| Case::empty(name.clone()));
            let talk = self.talks.entry(root).or_default();
            talk.open(party.clone(), name.clone(), event.at(), &mut tasks);
            placement.opened();
            name
        };
        tasks.push(Task::Add(case, event));
        self.said.insert(node, Said::Theirs(party));
        self.perform(tasks, placement);
    }

    /// Whose case a message goes to: that of its writer, or a new one where that was closed
    /// for good.
    fn party(&self, root: Node, base: Party, event: &Event, name: Option<&CaseId>) -> Party {
        let Some(talk) = self.talks.get(&root) else { return base };
        if self.conventions.reopen_within().is_none() || !talk.shares.contains_key(&base) {
            return base;
        }
        let at = event.at();
        let mut party = base.clone();
        for again in 1.. {
            let Some(share) = talk.shares.get(&party) else { return party };
            let case = self.by_name.get(self.current(&share.case));
            let stays = match (name, case) {
                (Some(name), case) => case.is_some_and(|case| case.id() == self.current(name)),
                (None, Some(case)) => !case.is_closed_at(at, &self.conventions),
                (None, None) => true,
            };
            let next = Party::Again(Box::new(base.clone()), again);
            if stays || !self.asks(event) && !talk.shares.contains_key(&next) {
                return party;
            }
            party = next;
        }
        party
    }

    /// Whether a message is one that opens a case again.
    fn asks(&self, event: &Event) -> bool {
        match event.kind() {
            EventKind::Received(received) => self.conventions.thanks() || !received.is_thanks(),
            _ => true,
        }
    }

    /// A message of ours: it goes where it answers, or waits for that.
    fn say(&mut self, node: Node, parent: Option<Node>, event: Event, placement: &mut Placement) {
        let Some(message) = event.message() else { return };
        let thread = message.thread();
        let id = thread.parent.as_deref().filter(|id| *id != message.external_id());
        let id = id.or(thread.root.as_deref());
        let (Some(parent), Some(id)) = (parent, id) else {
            return self.settle(node, event, Target::All, placement);
        };
        let said = self.conversations.alike(message, id);
        let target = said.iter().find_map(|node| match self.said.get(node) {
            Some(Said::Theirs(_)) => Some(Target::Writer(*node)),
            Some(Said::Ours(target)) => *target,
            None => None,
        });
        if let Some(target) = target {
            self.settle(node, event, target, placement);
        } else {
            self.said.insert(node, Said::Ours(None));
            self.waiting.entry(parent).or_default().push((node, event));
        }
    }

    /// A message of ours whose target is known goes there, and with it all that waits for
    /// it.
    fn settle(&mut self, node: Node, event: Event, target: Target, placement: &mut Placement) {
        let mut settled = vec![(node, event)];
        while let Some((node, event)) = settled.pop() {
            self.said.insert(node, Said::Ours(Some(target)));
            if let Some(message) = event.message() {
                settled.extend(self.waiting_for(message, message.external_id()));
            }
            let mut tasks = Vec::new();
            if let Some(case) = self.case_at(node).cloned() {
                tasks.push(Task::Add(case, event));
            } else {
                let root = self.conversations.root(node);
                self.talks.entry(root).or_default().said_to_all(event, &mut tasks);
            }
            self.perform(tasks, placement);
        }
    }

    /// Takes out what waits for the message `id`, in the conversation of `message`.
    fn waiting_for(&mut self, message: &Message, id: &str) -> Vec<(Node, Event)> {
        if self.waiting.is_empty() {
            return Vec::new();
        }
        let alike = self.conversations.alike(message, id).into_iter();
        alike.filter_map(|node| self.waiting.remove(&node)).flatten().collect()
    }

    /// What had waited goes to `target`.
    fn release(&mut self, waiting: Vec<(Node, Event)>, target: Target, placement: &mut Placement) {
        for (node, event) in waiting {
            self.settle(node, event, target, placement);
        }
    }

    /// What we sent under the identifier `id`, in answer to `message`, is part of its
    /// conversation.
    pub(super) fn sent(&mut self, message: &Message, id: &str) {
        let Some(writer) = self.known.get(message.mention()).copied() else { return };
        let mut unions = Vec::new();
        let node = self.conversations.link(message, id, &mut unions);
        let mut placement = Placement::default();
        self.unite(&unions, &mut placement);
        if !matches!(self.said.get(&node), Some(Said::Theirs(_) | Said::Ours(Some(_)))) {
            self.said.insert(node, Said::Ours(Some(Target::Writer(writer))));
        }
        let waiting = self.waiting_for(message, id);
        self.release(waiting, Target::Writer(writer), &mut placement);
    }

    fn unite(&mut self, unions: &[Union], placement: &mut Placement) {
        for union in unions {
            let Some(from) = self.talks.remove(&union.from) else { continue };
            let mut tasks = Vec::new();
            self.talks.entry(union.into).or_default().absorb(from, &mut tasks);
            self.perform(tasks, placement);
        }
    }

    fn perform(&mut self, tasks: Vec<Task>, placement: &mut Placement) {
        for task in tasks {
            match task {
                Task::Add(id, event) => {
                    let id = self.current(&id).clone();
                    if let Some(case) = self.by_name.get_mut(&id)
                        && matches!(case.record(event), Ok(Recorded::New))
                    {
                        placement.changed_at(id);
                    }
                }
                Task::Merge(gone, stays) => {
                    let (gone, stays) = (self.current(&gone).clone(), self.current(&stays).clone());
                    if gone == stays {
                        continue;
                    }
                    if let Some(other) = self.by_name.remove(&gone)
                        && let Some(case) = self.by_name.get_mut(&stays)
                    {
                        case.absorb(other);
                    }
                    self.merged.insert(gone.clone(), stays.clone());
                    placement.merged_into(gone, stays);
                }
            }
        }
    }

    fn free_name(&self, name: CaseId) -> CaseId {
        let is_free =
            |name: &CaseId| !self.by_name.contains_key(name) && !self.merged.contains_key(name);
        if is_free(&name) {
            return name;
        }
        // One more than there are names: one of them is free.
        let numbers = 2..=self.by_name.len() + self.merged.len() + 2;
        numbers.map(|number| name.numbered(number)).find(is_free).unwrap_or(name)
    }
}
