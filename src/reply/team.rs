//! The people who answer, each with a sign of their own.

use super::candidates::candidates;
use super::signature::{ends, find_name};
use super::{PersonName, Sign, Signature, Style};
use crate::Error;
use crate::config::{Node, configured};
use serde::Serialize;

/// One person of a [`Team`].
///
/// # Example
/// ```
/// use webcare::reply::Team;
///
/// let mut team = Team::new();
/// let ruben = team.add("u-17", "Ruben de Leeuw")?;
/// assert_eq!((ruben.id(), ruben.sign().as_str()), ("u-17", "RL"));
/// assert!(!ruben.has_left());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Member {
    id: String,
    name: PersonName,
    sign: Sign,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    left: bool,
}

impl Member {
    /// The host's name for this person.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &PersonName {
        &self.name
    }

    /// The sign that nobody else in the team has or had.
    #[must_use]
    pub const fn sign(&self) -> &Sign {
        &self.sign
    }

    /// Whether this person has left the team.
    #[must_use]
    pub const fn has_left(&self) -> bool {
        self.left
    }
}

/// The people who answer, each with a sign of their own.
///
/// A sign is given once and for all: adding somebody never changes the sign of another,
/// and the sign of a person who left is not given out again, so an old answer still tells
/// who gave it. Who comes second gets a sign with one more letter: two people RL are `RL`
/// and `RdL`, or `RLe`.
///
/// A list of tables with `id`, `name`, optionally `sign` and `left`. Signs that are
/// written are kept; those that are missing are given in the order of the list, and
/// serialising writes them all. Store what is serialised, and signs never change.
///
/// # Example
/// ```
/// use webcare::reply::Team;
///
/// let mut team = Team::new();
/// team.add("u-1", "Rosa Lemmens")?;
/// team.add("u-2", "Ruben de Leeuw")?;
/// team.add("u-3", "Rachid Lahlou")?;
/// let signs: Vec<&str> = team.members().iter().map(|member| member.sign().as_str()).collect();
/// assert_eq!(signs, ["RL", "RdL", "RLa"]);
///
/// let who = team.who_signed("Dat hoort niet zo te gaan. ^RdL").unwrap();
/// assert_eq!(who.id(), "u-2");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Team {
    members: Vec<Member>,
}

impl Team {
    /// A team of nobody yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { members: Vec::new() }
    }

    /// Adds a person, with a sign made of the name that nobody has.
    ///
    /// # Errors
    /// When `id` is blank or taken, or `name` is not a name.
    pub fn add(&mut self, id: &str, name: &str) -> Result<&Member, Error> {
        let name = PersonName::new(name)?;
        let sign = self.free_sign(&name, &[])?;
        self.insert(id, name, sign)
    }

    /// Adds a person with a sign of their choice.
    ///
    /// # Errors
    /// When `id` is blank or taken, `name` is not a name, or `sign` is taken or not a sign.
    ///
    /// # Example
    /// ```
    /// use webcare::reply::Team;
    ///
    /// let mut team = Team::new();
    /// team.add_as("u-1", "Jean-Claude Van Damme", "JCVD")?;
    /// assert!(team.add_as("u-2", "Jan Cornelis", "jcvd").is_err());
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn add_as(&mut self, id: &str, name: &str, sign: &str) -> Result<&Member, Error> {
        let name = PersonName::new(name)?;
        self.insert(id, name, Sign::new(sign)?)
    }

    /// Marks that a person left; the sign stays theirs. Says whether there was one.
    pub fn leave(&mut self, id: &str) -> bool {
        let member = self.members.iter_mut().find(|member| member.id == id);
        member.map(|member| member.left = true).is_some()
    }

    /// Everybody, in the order in which they came, also who left.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The person whom the host knows as `id`.
    #[must_use]
    pub fn member(&self, id: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// The person with this sign.
    #[must_use]
    pub fn by_sign(&self, sign: &Sign) -> Option<&Member> {
        self.members.iter().find(|member| member.sign == *sign)
    }

    /// The signature of a person who is in the team, in `style`.
    #[must_use]
    pub fn signature(&self, id: &str, style: Style) -> Option<Signature> {
        let member = self.member(id).filter(|member| !member.left)?;
        Some(Signature::new(member.sign.clone(), member.name.clone()).in_style(style))
    }

    /// Who signed `text`: by sign, else by full name, else by a first name that only one
    /// person has.
    #[must_use]
    pub fn who_signed(&self, text: &str) -> Option<&Member> {
        let by_sign = Sign::find_in(text).and_then(|found| self.by_sign(found.sign()));
        let ends = ends(text);
        let only = |signed: &dyn Fn(&PersonName) -> bool| {
            let mut found = self.members.iter().filter(|member| signed(&member.name));
            found.next().filter(|_| found.next().is_none())
        };
        by_sign
            .or_else(|| only(&|name| find_name(ends, &name.full()).is_some()))
            .or_else(|| only(&|name| find_name(ends, name.first_name()).is_some()))
    }

    fn insert(&mut self, id: &str, name: PersonName, sign: Sign) -> Result<&Member, Error> {
        let id = id.trim();
        if id.is_empty() {
            return Err(Error::fault("id", "expected a name, found a blank text"));
        }
        if self.member(id).is_some() {
            return Err(Error::fault("id", format!("\"{id}\" is in the team already")));
        }
        if let Some(holder) = self.by_sign(&sign) {
            let message = format!("\"{sign}\" is the sign of \"{}\"", holder.id);
            return Err(Error::fault("sign", message));
        }
        let place = self.members.len();
        self.members.push(Member { id: id.to_owned(), name, sign, left: false });
        self.members.get(place).ok_or_else(|| Error::fault("id", "not in the team"))
    }

    /// The likeliest sign for `name` that nobody has and that is not `reserved`.
    fn free_sign(&self, name: &PersonName, reserved: &[&Sign]) -> Result<Sign, Error> {
        let taken = |sign: &Sign| self.by_sign(sign).is_some() || reserved.contains(&sign);
        for letters in candidates(name) {
            let sign = Sign::new(letters)?;
            if !taken(&sign) {
                return Ok(sign);
            }
        }
        // As many numbers as there are signs are enough to find a free one.
        let initials = name.initials();
        for number in 2..self.members.len() + reserved.len() + 3 {
            let sign = Sign::new(format!("{initials}{number}"))?;
            if !taken(&sign) {
                return Ok(sign);
            }
        }
        Err(Error::fault("sign", format!("no sign is free for \"{name}\"")))
    }

    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let rows = node.each(Row::read)?;
        let reserved: Vec<&Sign> = rows.iter().filter_map(|row| row.sign.as_ref()).collect();
        let mut team = Self::new();
        let mut faultless = true;
        for row in &rows {
            faultless &= team.take(row, &reserved);
        }
        faultless.then_some(team)
    }

    /// Adds a row of a configuration; false when a fault was noted.
    fn take(&mut self, row: &Row<'_>, reserved: &[&Sign]) -> bool {
        let sign = match row.sign.clone() {
            Some(sign) => Ok(sign),
            None => self.free_sign(&row.name, reserved),
        };
        let added = sign.and_then(|sign| self.insert(&row.id, row.name.clone(), sign).map(|_| ()));
        if let Err(error) = &added {
            for fault in error.faults() {
                let own = if fault.path() == "id" { &row.id_node } else { &row.sign_node };
                own.as_ref().unwrap_or(&row.node).fault(fault.message());
            }
        } else if row.left {
            self.leave(&row.id);
        }
        added.is_ok()
    }
}

configured!(Team, "team");

/// A member as a configuration has it.
struct Row<'a> {
    node: Node<'a>,
    id_node: Option<Node<'a>>,
    sign_node: Option<Node<'a>>,
    id: String,
    name: PersonName,
    sign: Option<Sign>,
    left: bool,
}

impl<'a> Row<'a> {
    fn read(node: &Node<'a>) -> Option<Self> {
        let mut table = node.table()?;
        let (mut id_node, mut sign_node) = (None, None);
        let id = table.read("id", |node| {
            id_node = Some(node.clone());
            node.name().map(str::to_owned)
        });
        let name = table.read("name", |node| told(node, PersonName::new(node.string()?)));
        let sign = table.read_or("sign", None, |node| {
            sign_node = Some(node.clone());
            told(node, Sign::new(node.string()?)).map(Some)
        });
        let left = table.read_or("left", false, Node::boolean);
        table.finish();
        let (id, name, sign, left) = (id?, name?, sign?, left?);
        Some(Self { node: node.clone(), id_node, sign_node, id, name, sign, left })
    }
}

/// What was made of the text at `node`; what is wrong with it is told of that place.
fn told<T>(node: &Node<'_>, made: Result<T, Error>) -> Option<T> {
    let told = |error: &Error| error.faults().iter().for_each(|it| node.fault(it.message()));
    made.inspect_err(told).ok()
}
