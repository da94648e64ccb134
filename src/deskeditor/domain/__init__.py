"""What a newsroom talks about, as immutable typed values; standard library only."""
