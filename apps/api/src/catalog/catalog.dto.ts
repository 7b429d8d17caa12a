/** What the catalogue is told and asked, field by field. */
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  productSorts,
  type BranchFields,
  type CategoryFields,
  type ProductFields,
  type ProductFilter,
  type ProductSort,
} from '@plaza/catalog';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { FlagQuery, IdField, IfGiven, LineField, NumberQuery, PageQuery, TextField } from '../http/fields';

const priceMax = 1_000_000_000_000;
const nameCharactersMax = 200;
const textCharactersMax = 5_000;
const searchCharactersMax = 100;

const sku = /^[A-Za-z0-9][\w.-]{0,63}$/;
const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slugRule = { message: '$property must be small letters, digits and single dashes' };
const idOrSlug = /^[\w-]{1,100}$/;

export class ProductListQuery extends PageQuery implements ProductFilter {
  @ApiPropertyOptional({ description: 'Id or slug of a category; what lies below it is included' })
  @IfGiven()
  @Matches(idOrSlug)
  category?: string;

  @ApiPropertyOptional({
    description:
      'Part of the name or of the SKU, whatever the accents; one or two characters must begin the name. Sorted by relevance, ' +
      'what is called something like it follows, at most 300 products',
    maxLength: searchCharactersMax,
  })
  @IfGiven()
  @LineField(searchCharactersMax)
  q?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Minor units' })
  @IfGiven()
  @NumberQuery(0, priceMax)
  minPrice?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Minor units' })
  @IfGiven()
  @NumberQuery(0, priceMax)
  maxPrice?: number;

  @ApiPropertyOptional({
    description: 'Id or code of the branch whose stock is told and filtered by',
    default: 'online',
  })
  @IfGiven()
  @Matches(idOrSlug)
  branch?: string;

  @ApiPropertyOptional({ description: 'Only what that branch has' })
  @IfGiven()
  @FlagQuery()
  inStock?: boolean;

  @ApiPropertyOptional({ enum: productSorts, description: '`relevance` where `q` is given, else `name`' })
  @IfGiven()
  @IsIn(productSorts)
  sort?: ProductSort;

  @ApiPropertyOptional({ description: 'Counts all matches, too' })
  @IfGiven()
  @FlagQuery()
  total?: boolean;
}

export class ProductDto implements ProductFields {
  @ApiProperty({ pattern: sku.source })
  @Matches(sku)
  sku!: string;

  @ApiProperty({ maxLength: nameCharactersMax })
  @LineField(nameCharactersMax)
  name!: string;

  @ApiPropertyOptional({ maxLength: textCharactersMax, default: '' })
  @IfGiven()
  @TextField(textCharactersMax)
  description?: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Minor units of `currency`' })
  @IsInt()
  @Min(0)
  @Max(priceMax)
  price!: number;

  @ApiProperty({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @ApiProperty({ format: 'uuid' })
  @IdField()
  categoryId!: string;

  @ApiPropertyOptional({ default: true })
  @IfGiven()
  @IsBoolean()
  active?: boolean;
}

export class ProductChangeDto extends PartialType(ProductDto, { skipNullProperties: false }) {}

export class CategoryDto implements CategoryFields {
  @ApiProperty({ maxLength: nameCharactersMax })
  @LineField(nameCharactersMax)
  name!: string;

  @ApiProperty({ pattern: slug.source, maxLength: 64 })
  @IsString()
  @Matches(slug, slugRule)
  slug!: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IdField()
  parentId?: string | null;
}

export class CategoryChangeDto extends PartialType(CategoryDto, { skipNullProperties: false }) {}

export class BranchDto implements BranchFields {
  @ApiProperty({ pattern: slug.source, maxLength: 64 })
  @Matches(slug, slugRule)
  code!: string;

  @ApiProperty({ maxLength: nameCharactersMax })
  @LineField(nameCharactersMax)
  name!: string;
}

export class BranchChangeDto extends PartialType(BranchDto, { skipNullProperties: false }) {}
