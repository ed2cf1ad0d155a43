//! Why no connection came about, as far as it can be told.

use std::fmt;

/// What is likely wrong when no connection to the API comes about.
///
/// What a certificate is refused for is told by rustls only: with `native-tls`, and in a browser, it
/// is [`Unknown`](Self::Unknown), and the error's source says what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConnectCause {
    /// Nobody in the chain of certificates is trusted here: a proxy that looks into the traffic, a
    /// private authority, or a host that is not the API.
    UntrustedCertificate,
    /// The certificate is for another host name.
    OtherHost,
    /// The certificate has expired or is not valid yet, or the clock here is wrong.
    CertificateTime,
    /// The certificate is refused for another reason, such as a revocation.
    Certificate,
    /// Something else: the name is not known, nobody listens, the network is down.
    Unknown,
}

impl ConnectCause {
    /// Whether another attempt may come through: a certificate stays what it is.
    pub(crate) fn may_pass(self) -> bool {
        self == Self::Unknown
    }
}

impl fmt::Display for ConnectCause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::UntrustedCertificate => {
                "its certificate is of an authority that is not trusted here: that of a proxy has \
                 to be installed on this machine, or given as `root_certificate`"
            }
            Self::OtherHost => "its certificate is for another host name: check the host",
            Self::CertificateTime => {
                "its certificate is not valid at this time: check the clock of this machine"
            }
            Self::Certificate => "its certificate is refused",
            Self::Unknown => "check the host and the network",
        })
    }
}
