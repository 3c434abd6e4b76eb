extension Command.UpdateAccount: AWSInvocation {
  var awsArguments: [AWSArgument] { [.patch(patchOperations)] }
}

extension Command.TagResource: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("resource-arn", resourceArn), .map("tags", tags)] }
}

extension Command.UntagResource: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("resource-arn", resourceArn), .list("tag-keys", tagKeys)]
  }
}
