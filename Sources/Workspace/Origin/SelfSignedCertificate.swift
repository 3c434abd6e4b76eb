import CCrypto
public import GatewayModel

/// Makes certificates that vouch for themselves, as API Gateway's client certificates do.
///
/// Source: API Gateway developer guide, "Generate and configure an SSL certificate for backend
/// authentication": RSA, 2048 bits, signed with SHA-256.
public enum SelfSignedCertificate {
  /// Bits of the key.
  static let keyBits: UInt32 = 2_048
  /// Bytes of the serial number; the first bit stays clear, which keeps it positive.
  static let serialBytes = 16
  /// The subject, which is also the issuer.
  static let commonName = "ApiGateway"

  /// A new certificate as PEM text; its private key is forgotten.
  ///
  /// - Parameters:
  ///   - start: From when it is valid.
  ///   - end: Until when it is valid.
  /// - Returns: Nil when the library has no memory or no randomness.
  /// - Complexity: that of drawing an RSA key, some tens of milliseconds.
  public static func pem(from start: Timestamp, until end: Timestamp) -> String? {
    guard let key = keystile_rsa_key(keyBits), let certificate = X509_new() else { return nil }
    defer {
      EVP_PKEY_free(key)
      X509_free(certificate)
    }
    guard fill(certificate, key, start, end), X509_sign(certificate, key, EVP_sha256()) > 0 else {
      return nil
    }
    return text(of: certificate)
  }

  private static func fill(
    _ certificate: OpaquePointer, _ key: OpaquePointer, _ start: Timestamp, _ end: Timestamp
  ) -> Bool {
    var generator = SecureRandomNumbers()
    var serial = (0..<serialBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
    serial[0] &= 0x7F
    guard let number = BN_bin2bn(serial, Int32(serial.count), nil),
      let name = X509_get_subject_name(certificate)
    else { return false }
    defer { BN_free(number) }
    return X509_set_version(certificate, 2) == 1
      && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil
      && ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(start.seconds)) != nil
      && ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(end.seconds)) != nil
      && X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8, commonName, Int32(commonName.utf8.count), -1, 0) == 1
      && X509_set_issuer_name(certificate, name) == 1
      && X509_set_pubkey(certificate, key) == 1
  }

  private static func text(of certificate: OpaquePointer) -> String? {
    guard let memory = BIO_new(BIO_s_mem()) else { return nil }
    defer { BIO_free(memory) }
    guard PEM_write_bio_X509(memory, certificate) == 1 else { return nil }
    var bytes: UnsafeMutablePointer<CChar>?
    let count = keystile_bio_bytes(memory, &bytes)
    guard let bytes, count > 0 else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
