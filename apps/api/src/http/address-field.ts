/** An e-mail address to which mail is sent, in a body. */
import { applyDecorators } from '@nestjs/common';
import { addressCharactersMax, isAddress } from '@plaza/notifications';
import { MaxLength, ValidateBy } from 'class-validator';

export const AddressField = () =>
  applyDecorators(
    MaxLength(addressCharactersMax),
    ValidateBy({
      name: 'address',
      validator: {
        validate: (value) => typeof value === 'string' && isAddress(value),
        defaultMessage: () => '$property must be one e-mail address',
      },
    }),
  );
