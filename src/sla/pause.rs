//! In which statuses of a case a clock stands still.

use crate::case::Status;
use crate::config::Node;
use serde::{Serialize, Serializer};

/// Statuses of a case in which a clock stands still.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pause(u8);

impl Pause {
    pub(super) fn of(statuses: &[Status]) -> Self {
        Self(statuses.iter().map(|status| bit(*status)).fold(0, |all, one| all | one))
    }

    pub(super) fn with(self, status: Status) -> Self {
        Self(self.0 | bit(status))
    }

    pub(super) fn holds(self, status: Status) -> bool {
        self.0 & bit(status) != 0
    }

    /// A list of statuses; an empty one for a clock that never stands still.
    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let words = Status::ALL.map(|status| (status.as_str(), status));
        node.each(|at| at.one_of(&words)).map(|statuses| Self::of(&statuses))
    }
}

fn bit(status: Status) -> u8 {
    Status::ALL.iter().position(|known| *known == status).map_or(0, |place| 1 << place)
}

impl Serialize for Pause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(Status::ALL.iter().filter(|status| self.holds(**status)))
    }
}
