import CCrypto
import GatewayModel
import Testing

@testable import Workspace

/// The certificates are real: the library itself reads and verifies them.
@Suite struct SelfSignedCertificateTests {
  private let start = Timestamp(seconds: 1_790_000_000)
  private let end = Timestamp(seconds: 1_790_000_000 + 365 * 86_400)

  private func certificate(_ pem: String) throws -> OpaquePointer {
    let bytes = Array(pem.utf8)
    let memory = try #require(BIO_new_mem_buf(bytes, Int32(bytes.count)))
    defer { BIO_free(memory) }
    return try #require(PEM_read_bio_X509(memory, nil, nil, nil))
  }

  @Test func vouchesForItselfFromStartToEnd() throws {
    let pem = try #require(SelfSignedCertificate.pem(from: start, until: end))
    let certificate = try certificate(pem)
    defer { X509_free(certificate) }
    let key = try #require(X509_get0_pubkey(certificate))
    #expect(EVP_PKEY_get_bits(key) == 2_048)
    #expect(X509_verify(certificate, key) == 1)
    #expect(
      X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(certificate)) == 0)
    #expect(ASN1_TIME_cmp_time_t(X509_get0_notBefore(certificate), time_t(start.seconds)) == 0)
    #expect(ASN1_TIME_cmp_time_t(X509_get0_notAfter(certificate), time_t(end.seconds)) == 0)
  }

  @Test func noTwoAreAlike() throws {
    #expect(
      SelfSignedCertificate.pem(from: start, until: end)
        != SelfSignedCertificate.pem(from: start, until: end))
  }
}
