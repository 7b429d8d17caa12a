/** What Plaza refuses, by the code of the problem; what is not here is told in the words of the answer. */
export const problems = {
  identity: {
    'credentials-wrong': 'The username or the password is wrong.',
    'sign-in-locked': 'There were too many failed attempts. Try again in a while.',
    busy: 'Too many people are signing in just now. Try again in a moment.',
    'document-taken': 'Another customer has this document number.',
    'email-taken': 'Somebody else has this e-mail address.',
    'login-exists': 'This customer has a login already and needs no code.',
    'not-allowed': 'Your role may not do this.',
  },
  catalog: {
    'sku-taken': 'Another product has this SKU.',
    'slug-taken': 'Another category has this address.',
    'branch-code-taken': 'Another branch has this code.',
    'category-in-use': 'There are still categories below it, or products in it.',
    'category-below-itself': 'A category cannot lie below itself.',
    'online-stays': 'The online branch stays as it is.',
    'same-branch': 'Choose another branch than it comes from.',
    'stock-too-low': 'There is not that much to take: %{available} are available.',
  },
  orders: {
    'not-cancellable': 'This order cannot be cancelled any more.',
    'not-refundable': 'There is nothing to give back for this order.',
    'order-unknown': 'There is no such order.',
    'out-of-stock': 'There is not enough in stock.',
  },
  request: {
    invalid: 'Something that was entered is not valid.',
    'rate-limited': 'That was a little fast. Try again in a moment.',
    'unknown-path': 'There is nothing at this address.',
  },
  platform: {
    fault: 'Something went wrong in Plaza. It was recorded; trying again may help.',
    'database-unavailable': 'Plaza cannot reach its database. Try again in a moment.',
  },
};
