/* What the contexts announce, as JSON schemas. Written by `npm run asyncapi`; changes by hand are lost. */
export const eventSchemas = {
  'catalog.events': {
    'product-changed': {
      description: 'A product was taken in, changed or withdrawn. Key: the product.',
      data: {
        type: 'object',
        required: ['productId', 'sku', 'name', 'price', 'currency', 'categoryId', 'offered'],
        additionalProperties: false,
        properties: {
          productId: { type: 'string', format: 'uuid' },
          sku: { type: 'string' },
          name: { type: 'string' },
          price: { type: 'integer', description: 'Minor units of `currency`.' },
          currency: { type: 'string' },
          categoryId: { type: 'string', format: 'uuid' },
          offered: {
            type: 'boolean',
            description: 'False when it is not sold any more, for now or for good.',
          },
        },
      },
    },
    'stock-changed': {
      description:
        'Told when `available` becomes zero or ceases to be, and after every adjustment. Key: the product.',
      data: {
        type: 'object',
        required: ['productId', 'branchId', 'available'],
        additionalProperties: false,
        properties: {
          productId: { type: 'string', format: 'uuid' },
          branchId: { type: 'string', format: 'uuid' },
          available: { type: 'integer' },
        },
      },
    },
    'category-changed': {
      description: 'A category was renamed, moved or removed. Key: the category.',
      data: {
        type: 'object',
        required: ['categoryId', 'parentId', 'name', 'slug', 'removed'],
        additionalProperties: false,
        properties: {
          categoryId: { type: 'string', format: 'uuid' },
          parentId: { type: ['string', 'null'], format: 'uuid' },
          name: { type: 'string' },
          slug: { type: 'string' },
          removed: { type: 'boolean' },
        },
      },
    },
  },
  'identity.events': {
    'customer-registered': {
      data: {
        type: 'object',
        required: ['customerId', 'username', 'fullName', 'email'],
        additionalProperties: false,
        properties: {
          customerId: { type: 'string', format: 'uuid' },
          username: { type: ['string', 'null'], description: 'Null for a customer without a login.' },
          fullName: { type: ['string', 'null'] },
          email: { type: ['string', 'null'] },
        },
      },
    },
    'customer-changed': {
      data: {
        type: 'object',
        required: ['customerId', 'username', 'fullName', 'email'],
        additionalProperties: false,
        properties: {
          customerId: { type: 'string', format: 'uuid' },
          username: { type: ['string', 'null'], description: 'Null for a customer without a login.' },
          fullName: { type: ['string', 'null'] },
          email: { type: ['string', 'null'] },
        },
      },
    },
    'partner-disabled': {
      description: 'From then on nobody comes in for it, and it is called by nobody.',
      data: {
        type: 'object',
        required: ['partnerId'],
        additionalProperties: false,
        properties: { partnerId: { type: 'string', format: 'uuid' } },
      },
    },
    'partner-enabled': {
      data: {
        type: 'object',
        required: ['partnerId'],
        additionalProperties: false,
        properties: { partnerId: { type: 'string', format: 'uuid' } },
      },
    },
  },
  'loyalty.events': {
    'points-accrued': {
      data: {
        type: 'object',
        required: [
          'memberId',
          'knownAs',
          'entryId',
          'points',
          'balance',
          'partnerId',
          'mode',
          'availableFrom',
          'expiresAt',
        ],
        additionalProperties: false,
        properties: {
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string', description: "The partner's own id of the member." },
          entryId: { type: 'string', format: 'uuid' },
          points: { type: 'integer' },
          balance: { type: 'integer', description: 'What the member could use right after it.' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
          availableFrom: { type: ['string', 'null'], description: 'Null when they could be used at once.' },
          expiresAt: { type: ['string', 'null'], format: 'date-time' },
        },
      },
    },
    'points-redeemed': {
      description: 'Used, at once or after they were held.',
      data: {
        type: 'object',
        required: ['memberId', 'knownAs', 'entryId', 'points', 'balance', 'partnerId', 'mode'],
        additionalProperties: false,
        properties: {
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string', description: "The partner's own id of the member." },
          entryId: { type: 'string', format: 'uuid' },
          points: { type: 'integer' },
          balance: { type: 'integer', description: 'What the member could use right after it.' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
        },
      },
    },
    'points-reversed': {
      data: {
        type: 'object',
        required: [
          'memberId',
          'knownAs',
          'entryId',
          'points',
          'balance',
          'partnerId',
          'mode',
          'reversedEntryId',
        ],
        additionalProperties: false,
        properties: {
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string', description: "The partner's own id of the member." },
          entryId: { type: 'string', format: 'uuid' },
          points: { type: 'integer' },
          balance: { type: 'integer', description: 'What the member could use right after it.' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
          reversedEntryId: { type: 'string', format: 'uuid' },
        },
      },
    },
    'points-expired': {
      data: {
        type: 'object',
        required: ['memberId', 'knownAs', 'entryId', 'points', 'balance', 'partnerId', 'mode'],
        additionalProperties: false,
        properties: {
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string', description: "The partner's own id of the member." },
          entryId: { type: 'string', format: 'uuid' },
          points: { type: 'integer' },
          balance: { type: 'integer', description: 'What the member could use right after it.' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
        },
      },
    },
    'member.balance_above': {
      description: 'What a member has rose above the line that the partner has drawn.',
      data: {
        type: 'object',
        required: ['eventNumber', 'memberId', 'knownAs', 'balance', 'partnerId', 'mode', 'threshold'],
        additionalProperties: false,
        properties: {
          eventNumber: { type: 'string', description: 'The number under which the partner hears of it.' },
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string' },
          balance: { type: 'integer' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
          threshold: { type: 'integer' },
        },
      },
    },
    'member.balance_zero': {
      description: 'The member has used the last of what they had.',
      data: {
        type: 'object',
        required: ['eventNumber', 'memberId', 'knownAs', 'balance', 'partnerId', 'mode'],
        additionalProperties: false,
        properties: {
          eventNumber: { type: 'string', description: 'The number under which the partner hears of it.' },
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string' },
          balance: { type: 'integer' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
        },
      },
    },
    'member.tier_changed': {
      description: 'What a member has earned makes another tier than before.',
      data: {
        type: 'object',
        required: ['eventNumber', 'memberId', 'knownAs', 'from', 'to', 'earned', 'partnerId', 'mode'],
        additionalProperties: false,
        properties: {
          eventNumber: { type: 'string' },
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string' },
          from: { type: ['string', 'null'], description: 'Null for none.' },
          to: { type: ['string', 'null'] },
          earned: { type: 'integer', description: 'Points within the window that counts.' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
        },
      },
    },
    'member.tier_falling': {
      description: 'A member falls from their tier at an instant unless they earn more.',
      data: {
        type: 'object',
        required: [
          'eventNumber',
          'memberId',
          'knownAs',
          'from',
          'to',
          'earned',
          'partnerId',
          'mode',
          'fallsAt',
        ],
        additionalProperties: false,
        properties: {
          eventNumber: { type: 'string' },
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string' },
          from: { type: ['string', 'null'], description: 'Null for none.' },
          to: { type: ['string', 'null'] },
          earned: { type: 'integer', description: 'Points within the window that counts.' },
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
          fallsAt: { type: 'string', format: 'date-time' },
        },
      },
    },
    'points.expiring': {
      description: 'A member loses points at an instant unless they use them.',
      data: {
        type: 'object',
        required: ['partnerId', 'mode', 'eventNumber', 'memberId', 'knownAs', 'points', 'expiresAt'],
        additionalProperties: false,
        properties: {
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
          eventNumber: { type: 'string' },
          memberId: { type: 'string', format: 'uuid' },
          knownAs: { type: 'string' },
          points: { type: 'integer' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
    },
    'programme.total_above': {
      description: 'What all members have together rose above the line that the partner has drawn.',
      data: {
        type: 'object',
        required: ['partnerId', 'mode', 'eventNumber', 'outstanding', 'threshold'],
        additionalProperties: false,
        properties: {
          partnerId: { type: 'string', format: 'uuid' },
          mode: { type: 'string', enum: ['live', 'sandbox'] },
          eventNumber: { type: 'string' },
          outstanding: { type: 'integer' },
          threshold: { type: 'integer' },
        },
      },
    },
  },
  'partner.events': {
    'member.balance_above': {
      description:
        'What a member has rose above the line that the partner has drawn; again only after it was not above it.',
      data: {
        type: 'object',
        required: ['externalId', 'balance', 'held', 'threshold'],
        additionalProperties: false,
        properties: {
          externalId: { type: 'string', description: "The partner's own id of the member." },
          balance: { type: 'integer', description: 'What the member could use right after it.' },
          held: { type: 'integer', description: 'What was set aside then, and counts with it.' },
          threshold: { type: 'integer' },
        },
      },
    },
    'member.balance_zero': {
      description: 'The member has used the last of what they had; not when it expired or was taken back.',
      data: {
        type: 'object',
        required: ['externalId', 'balance', 'held'],
        additionalProperties: false,
        properties: {
          externalId: { type: 'string', description: "The partner's own id of the member." },
          balance: { type: 'integer', description: 'What the member could use right after it.' },
          held: { type: 'integer', description: 'What was set aside then, and counts with it.' },
        },
      },
    },
    'programme.total_above': {
      description: 'What all members have together rose above the line that the partner has drawn.',
      data: {
        type: 'object',
        required: ['outstanding', 'threshold'],
        additionalProperties: false,
        properties: {
          outstanding: { type: 'integer', description: 'Available, pending and held.' },
          threshold: { type: 'integer' },
        },
      },
    },
    'points.expired': {
      description: 'Points of a member have expired.',
      data: {
        type: 'object',
        required: ['externalId', 'balance', 'held', 'points'],
        additionalProperties: false,
        properties: {
          externalId: { type: 'string', description: "The partner's own id of the member." },
          balance: { type: 'integer', description: 'What the member could use right after it.' },
          held: { type: 'integer', description: 'What was set aside then, and counts with it.' },
          points: { type: 'integer' },
        },
      },
    },
    'points.expiring': {
      description: 'Points of a member expire soon, if nobody uses them before.',
      data: {
        type: 'object',
        required: ['externalId', 'points', 'expiresAt'],
        additionalProperties: false,
        properties: {
          externalId: { type: 'string', description: "The partner's own id of the member." },
          points: { type: 'integer' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
    },
    'member.tier_changed': {
      description: 'A member rose to another tier, or fell.',
      data: {
        type: 'object',
        required: ['externalId', 'from', 'to', 'earned'],
        additionalProperties: false,
        properties: {
          externalId: { type: 'string', description: "The partner's own id of the member." },
          from: { type: ['string', 'null'], description: 'Null for none.' },
          to: { type: ['string', 'null'], description: 'Null for none.' },
          earned: { type: 'integer', description: 'Points within the window.' },
        },
      },
    },
    'member.tier_falling': {
      description: 'A member falls to another tier at an instant, unless more is earned before.',
      data: {
        type: 'object',
        required: ['externalId', 'from', 'to', 'earned', 'fallsAt'],
        additionalProperties: false,
        properties: {
          externalId: { type: 'string', description: "The partner's own id of the member." },
          from: { type: ['string', 'null'], description: 'Null for none.' },
          to: { type: ['string', 'null'], description: 'Null for none.' },
          earned: { type: 'integer', description: 'Points within the window.' },
          fallsAt: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
  'orders.events': {
    'order-placed': {
      description: 'Its stock is set aside, and it waits to be paid.',
      data: {
        type: 'object',
        required: ['total', 'currency', 'orderId', 'customerId', 'branchId', 'number', 'items', 'payBefore'],
        additionalProperties: false,
        properties: {
          total: { type: 'integer', description: 'Minor units of `currency`.' },
          currency: { type: 'string' },
          orderId: { type: 'string', format: 'uuid' },
          customerId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null for somebody at the counter whom nobody knows.',
          },
          branchId: { type: 'string', format: 'uuid' },
          number: { type: 'string' },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['productId', 'quantity', 'unitPrice', 'lineTotal'],
              additionalProperties: false,
              properties: {
                productId: { type: 'string', format: 'uuid' },
                quantity: { type: 'integer' },
                unitPrice: { type: 'integer' },
                lineTotal: { type: 'integer' },
              },
            },
          },
          payBefore: { type: ['string', 'null'], format: 'date-time' },
        },
      },
    },
    'order-paid': {
      data: {
        type: 'object',
        required: ['total', 'currency', 'orderId', 'customerId', 'branchId', 'paymentId', 'paidAt', 'sale'],
        additionalProperties: false,
        properties: {
          total: { type: 'integer', description: 'Minor units of `currency`.' },
          currency: { type: 'string' },
          orderId: { type: 'string', format: 'uuid' },
          customerId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null for somebody at the counter whom nobody knows.',
          },
          branchId: { type: 'string', format: 'uuid' },
          paymentId: { type: 'string', format: 'uuid' },
          paidAt: { type: 'string', format: 'date-time' },
          sale: {
            type: 'boolean',
            description: 'It was sold and paid at the counter: its payment is not on the stream yet.',
          },
        },
      },
    },
    'order-fulfilled': {
      description: 'Handed over, or sent.',
      data: {
        type: 'object',
        required: ['total', 'currency', 'orderId', 'customerId', 'branchId'],
        additionalProperties: false,
        properties: {
          total: { type: 'integer', description: 'Minor units of `currency`.' },
          currency: { type: 'string' },
          orderId: { type: 'string', format: 'uuid' },
          customerId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null for somebody at the counter whom nobody knows.',
          },
          branchId: { type: 'string', format: 'uuid' },
        },
      },
    },
    'order-cancelled': {
      description: 'Somebody did not want it any more before it was paid.',
      data: {
        type: 'object',
        required: ['total', 'currency', 'orderId', 'customerId', 'branchId', 'reason'],
        additionalProperties: false,
        properties: {
          total: {
            type: ['integer', 'null'],
            description: 'Null when it ended before its prices were decided.',
          },
          currency: { type: ['string', 'null'] },
          orderId: { type: 'string', format: 'uuid' },
          customerId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null for somebody at the counter whom nobody knows.',
          },
          branchId: { type: 'string', format: 'uuid' },
          reason: { type: ['string', 'null'] },
        },
      },
    },
    'order-expired': {
      description: 'Nobody paid in time.',
      data: {
        type: 'object',
        required: ['total', 'currency', 'orderId', 'customerId', 'branchId'],
        additionalProperties: false,
        properties: {
          total: { type: 'integer', description: 'Minor units of `currency`.' },
          currency: { type: 'string' },
          orderId: { type: 'string', format: 'uuid' },
          customerId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null for somebody at the counter whom nobody knows.',
          },
          branchId: { type: 'string', format: 'uuid' },
        },
      },
    },
    'order-rejected': {
      description: 'It was taken in, and when its turn came it could not be had.',
      data: {
        type: 'object',
        required: ['total', 'currency', 'orderId', 'customerId', 'branchId', 'code', 'reason', 'short'],
        additionalProperties: false,
        properties: {
          total: {
            type: ['integer', 'null'],
            description: 'Null when it ended before its prices were decided.',
          },
          currency: { type: ['string', 'null'] },
          orderId: { type: 'string', format: 'uuid' },
          customerId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null for somebody at the counter whom nobody knows.',
          },
          branchId: { type: 'string', format: 'uuid' },
          code: { type: 'string', description: 'As the refusal of an order that is decided at once.' },
          reason: { type: 'string' },
          short: {
            type: 'array',
            items: {
              type: 'object',
              required: ['productId', 'requested', 'available'],
              additionalProperties: false,
              properties: {
                productId: { type: 'string', format: 'uuid' },
                requested: { type: 'integer' },
                available: { type: 'integer' },
              },
            },
          },
        },
      },
    },
    'order-refunded': {
      description: 'All the money that was taken for it was given back.',
      data: {
        type: 'object',
        required: [
          'total',
          'currency',
          'orderId',
          'customerId',
          'branchId',
          'paymentId',
          'refunded',
          'refundedAt',
          'reason',
        ],
        additionalProperties: false,
        properties: {
          total: { type: 'integer', description: 'Minor units of `currency`.' },
          currency: { type: 'string' },
          orderId: { type: 'string', format: 'uuid' },
          customerId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null for somebody at the counter whom nobody knows.',
          },
          branchId: { type: 'string', format: 'uuid' },
          paymentId: { type: 'string', format: 'uuid' },
          refunded: { type: 'integer', description: 'What was given back in all.' },
          refundedAt: { type: 'string', format: 'date-time' },
          reason: { type: ['string', 'null'] },
        },
      },
    },
  },
  'payments.events': {
    'payment-captured': {
      description: "The money is taken: online by the gateway's word, offline by the message itself.",
      data: {
        type: 'object',
        required: ['paymentId', 'orderId', 'accountId', 'type', 'amount', 'capturedAt'],
        additionalProperties: false,
        properties: {
          paymentId: { type: 'string', format: 'uuid' },
          orderId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'The order that it pays; null for payments that came from elsewhere.',
          },
          accountId: { type: 'integer' },
          type: { type: 'string', enum: ['offline', 'online'] },
          amount: { type: 'integer' },
          capturedAt: { type: 'string', format: 'date-time' },
        },
      },
    },
    'payment-declined': {
      description: 'The gateway clearly said no.',
      data: {
        type: 'object',
        required: ['paymentId', 'orderId', 'accountId', 'type', 'amount', 'reason'],
        additionalProperties: false,
        properties: {
          paymentId: { type: 'string', format: 'uuid' },
          orderId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'The order that it pays; null for payments that came from elsewhere.',
          },
          accountId: { type: 'integer' },
          type: { type: 'string', enum: ['offline', 'online'] },
          amount: { type: 'integer' },
          reason: { type: 'string' },
        },
      },
    },
    'payment-parked': {
      description: 'Valid, but its account is not known yet; it is taken up when the account appears.',
      data: {
        type: 'object',
        required: ['paymentId', 'orderId', 'accountId', 'type', 'amount'],
        additionalProperties: false,
        properties: {
          paymentId: { type: 'string', format: 'uuid' },
          orderId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'The order that it pays; null for payments that came from elsewhere.',
          },
          accountId: { type: 'integer' },
          type: { type: 'string', enum: ['offline', 'online'] },
          amount: { type: 'integer' },
        },
      },
    },
    'payment-rejected': {
      description: 'A message that is no valid payment.',
      data: {
        type: 'object',
        required: ['paymentId', 'topic', 'partition', 'offset', 'reasonCode', 'reason'],
        additionalProperties: false,
        properties: {
          paymentId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'Null where the message has none that could be read.',
          },
          topic: { type: 'string' },
          partition: { type: 'integer' },
          offset: {
            type: 'string',
            description: "A whole number as text: Kafka's offsets pass what JSON numbers can hold.",
          },
          reasonCode: { type: 'string' },
          reason: { type: 'string' },
        },
      },
    },
    'payment-refunded': {
      description:
        "Money was given back: online by the gateway's word, offline at the counter. The amount is that of this refund.",
      data: {
        type: 'object',
        required: [
          'paymentId',
          'orderId',
          'accountId',
          'type',
          'amount',
          'refundId',
          'refunded',
          'captured',
          'reason',
          'refundedAt',
        ],
        additionalProperties: false,
        properties: {
          paymentId: { type: 'string', format: 'uuid' },
          orderId: {
            type: ['string', 'null'],
            format: 'uuid',
            description: 'The order that it pays; null for payments that came from elsewhere.',
          },
          accountId: { type: 'integer' },
          type: { type: 'string', enum: ['offline', 'online'] },
          amount: { type: 'integer' },
          refundId: { type: 'string', format: 'uuid' },
          refunded: {
            type: 'integer',
            description: 'What was given back of the payment in all, this refund included.',
          },
          captured: { type: 'integer', description: 'What the payment was over.' },
          reason: { type: 'string' },
          refundedAt: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
  'transfers.events': {
    'transfer-written-back': {
      description: 'The record was screened, and its owner has the result.',
      data: {
        type: 'object',
        required: ['key', 'companyKey', 'result'],
        additionalProperties: false,
        properties: {
          key: { type: 'string', description: "The record's key." },
          companyKey: { type: ['string', 'null'], description: 'Null where the record names no company.' },
          result: { type: 'string' },
        },
      },
    },
    'transfer-failed': {
      description: 'The record cannot be screened or written back; it is left as its owner wrote it.',
      data: {
        type: 'object',
        required: ['key', 'companyKey', 'reasonCode', 'reason'],
        additionalProperties: false,
        properties: {
          key: { type: 'string', description: "The record's key." },
          companyKey: { type: ['string', 'null'], description: 'Null where the record names no company.' },
          reasonCode: { type: 'string' },
          reason: { type: 'string' },
        },
      },
    },
  },
};
