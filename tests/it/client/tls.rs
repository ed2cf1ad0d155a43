//! TLS to a real peer: whom the client trusts, and what it says of those it does not.

use agentassist_client::{
    AgentAssist, AgentAssistBuilder, BuildError, ConnectCause, Error, RateLimiter,
};

use crate::faults::{AUTHORITY, Certificate, FaultServer, Reply, json, json_with};

fn builder(host: impl Into<String>) -> AgentAssistBuilder {
    AgentAssist::builder()
        .host(host)
        .account_id("a-1")
        .stream_id("st-1")
        .token("s3cr3t")
        .rate_limiter(RateLimiter::off())
}

fn contact() -> Reply {
    Reply::Bytes(json(200, r#"{"id":"1"}"#))
}

/// Calls a server by TLS, and returns why that failed. Nothing was sent by then, and nothing is
/// tried again.
async fn refusal(
    certificate: Certificate,
    builder: impl Fn(String) -> AgentAssistBuilder,
) -> Error {
    let server = FaultServer::replying_by_tls(certificate, vec![contact()]).await;
    let api = builder(server.base_url()).build().unwrap();
    let error = api.contacts().delete("1").await.unwrap_err();
    assert!(server.received().is_empty());
    assert_eq!(error.attempts(), 1);
    assert!(!error.is_retryable() && !error.may_have_had_effect());
    error
}

#[tokio::test]
async fn an_authority_that_is_given_is_trusted() {
    let server = FaultServer::replying_by_tls(Certificate::Valid, vec![contact()]).await;
    let api = builder(server.base_url()).root_certificate(AUTHORITY).build().unwrap();
    assert_eq!(api.contacts().delete("1").await.unwrap().deleted().unwrap().id, "1");
    assert_eq!(server.received()[0].headers["auth"], "s3cr3t");
}

#[tokio::test]
async fn an_authority_that_is_not_given_is_not_trusted_and_the_error_says_what_to_do() {
    let error = refusal(Certificate::Valid, builder).await;
    let Error::Connect { cause, .. } = &error else { panic!("{error:?}") };
    assert_eq!(*cause, ConnectCause::UntrustedCertificate);
    assert_eq!(
        error.to_string(),
        "deleteContact: the API cannot be reached: its certificate is of an authority that is not \
         trusted here: that of a proxy has to be installed on this machine, or given as \
         `root_certificate`"
    );
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let by_address =
        |url: String| builder(url.replace("localhost", "127.0.0.1")).root_certificate(AUTHORITY);
    let error = refusal(Certificate::Valid, by_address).await;
    assert!(matches!(error, Error::Connect { cause: ConnectCause::OtherHost, .. }), "{error:?}");
}

#[tokio::test]
async fn a_certificate_that_has_expired_is_refused() {
    let trusting = |url| builder(url).root_certificate(AUTHORITY);
    let error = refusal(Certificate::Expired, trusting).await;
    let Error::Connect { cause, .. } = &error else { panic!("{error:?}") };
    assert_eq!(*cause, ConnectCause::CertificateTime);
}

#[tokio::test]
async fn a_redirect_is_not_followed_by_tls_either() {
    let other = FaultServer::replying_by_tls(Certificate::Valid, vec![contact()]).await;
    let redirect = Reply::Bytes(json_with(307, &[("Location", &other.base_url())], ""));
    let server = FaultServer::replying_by_tls(Certificate::Valid, vec![redirect]).await;
    let api = builder(server.base_url()).root_certificate(AUTHORITY).build().unwrap();
    let error = api.contacts().delete("1").await.unwrap_err();
    assert!(matches!(error, Error::UnexpectedStatus { .. }), "{error:?}");
    assert!(other.received().is_empty());
}

#[tokio::test]
async fn a_connection_that_is_lost_by_tls_is_an_interruption() {
    let lost = Reply::ThenReset(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".to_vec());
    let server = FaultServer::replying_by_tls(Certificate::Valid, vec![lost, contact()]).await;
    let api = builder(server.base_url()).root_certificate(AUTHORITY).build().unwrap();
    assert!(api.contacts().delete("1").await.is_ok());
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_root_certificate_that_is_none_is_refused_when_the_client_is_built() {
    let broken = AUTHORITY.replacen('M', "!", 3);
    let no_certificate = "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n";
    for text in ["", "authority.pem", &broken, no_certificate] {
        let error = builder("localhost").root_certificate(text).build().unwrap_err();
        assert!(matches!(error, BuildError::RootCertificate), "{text}: {error}");
    }
    let two = [AUTHORITY, AUTHORITY].concat();
    assert!(builder("localhost").root_certificate(two).build().is_ok());
}
