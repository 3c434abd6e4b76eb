import CCrypto

/// SHA-256 with one context kept for all messages: fetching the algorithm and a context anew for
/// each line costs as much as hashing it.
///
/// Belongs to one thread.
final class Digest {
  private let context: OpaquePointer
  private let algorithm: OpaquePointer

  /// Sets the context up; the precondition can only fail when memory is out or libcrypto is
  /// unusable, and no journal can be kept then.
  init() {
    let algorithm = EVP_MD_fetch(nil, "SHA256", nil)
    let context = EVP_MD_CTX_new()
    guard let algorithm, let context else {
      preconditionFailure("libcrypto has no SHA-256")
    }
    self.algorithm = algorithm
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
    EVP_MD_free(algorithm)
  }

  /// Begins a new message.
  func begin() {
    let result = EVP_DigestInit_ex2(context, algorithm, nil)
    precondition(result == 1, "SHA-256 could not be started")
  }

  /// Adds to the message.
  func update(_ bytes: UnsafeRawBufferPointer) {
    let result = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(result == 1, "SHA-256 could not go on")
  }

  /// Ends the message and gives its 32 bytes.
  func finish<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
      let result = EVP_DigestFinal_ex(context, digest.baseAddress, nil)
      precondition(result == 1, "SHA-256 could not be ended")
      return body(UnsafeRawBufferPointer(digest))
    }
  }

  /// The chain value of a whole record line.
  func chain(of line: UnsafeRawBufferPointer) -> Chain {
    begin()
    update(line)
    return finish { digest in
      Chain(
        high: UInt64(bigEndian: digest.load(as: UInt64.self)),
        low: UInt64(bigEndian: digest.load(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// The chain value a journal begins with: that of its identity, so that records of one journal
  /// never fit another.
  func genesis(of journal: TransactionID) -> Chain {
    withUnsafeTemporaryAllocation(byteCount: TransactionID.textByteCount, alignment: 1) { text in
      Hexadecimal.write(journal.high, digits: 16, to: text, at: 0)
      Hexadecimal.write(journal.low, digits: 16, to: text, at: 16)
      return chain(of: UnsafeRawBufferPointer(text))
    }
  }
}
