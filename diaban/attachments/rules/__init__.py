"""What files a record may carry. Plain Python; the pieces that open a stranger's file stand in `examining`."""
