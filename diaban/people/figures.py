"""Columns and cuts that the records of every room share."""

from diaban.kit.figures import Column, Cut

COMMUNE = Column("Xã, phường, thị trấn", "commune__name")
CADRE = Column("Cán bộ theo dõi", "cadre__full_name")
AGENCY = Column("Cơ quan", "agency__name")

BY_COMMUNE = Cut("xa", "Theo xã, phường, thị trấn", "commune_id", "commune__name")
BY_AGENCY = Cut("co-quan", "Theo cơ quan", "agency_id", "agency__name")
BY_DISTRICT = Cut("huyen", "Theo huyện, thành phố", "commune__parent_id", "commune__parent__name")
BY_CADRE = Cut("can-bo", "Theo cán bộ", "cadre_id", "cadre__full_name")
