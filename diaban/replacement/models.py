from django.db import models
from django.db.models import F, Q

from diaban.assignments.models import Assignment
from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.people.models import Agency, Cadre, ScopedRecord
from diaban.replacement.rules import OPEN, REPLACED, Proposal, ReplacementReason, ReplacementState, Requester


class ReplacementRequest(ScopedRecord):
    """A request to replace a cadre: who was heard, what the Board found and proposed, what the Committee decided."""

    journal = Journalled()

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    in_form = models.BooleanField("nêu tại phiếu nhận xét", default=False)
    released_at = models.DateTimeField("mở cùng phiếu lúc", null=True)
    """One that came in a form is as sealed as the form."""
    requester = models.CharField("bên đề nghị", max_length=10, choices=Requester.choices())
    requested_on = models.DateField("ngày đề nghị")
    reason = models.CharField("lý do", max_length=16, choices=ReplacementReason.choices())
    reason_text = models.TextField("nội dung lý do")
    state = models.CharField(
        "trạng thái", max_length=12, choices=ReplacementState.choices(), default=ReplacementState.REQUESTED
    )
    explanation = models.TextField("giải trình của cán bộ", blank=True)
    agency_opinion = models.TextField("ý kiến cơ quan của cán bộ", blank=True)
    area_lead_opinion = models.TextField("ý kiến đồng chí phụ trách địa bàn", blank=True)
    verify_by = models.DateField("hạn xác minh")
    verification = models.TextField("kết quả xác minh", blank=True)
    verified_on = models.DateField("ngày xác minh", null=True)
    verified_by = models.UUIDField("tài khoản xác minh", null=True)
    proposal = models.CharField("Ban Tổ chức đề xuất", max_length=8, choices=Proposal.choices(), blank=True)
    proposal_text = models.TextField("nội dung đề xuất", blank=True)
    proposed_on = models.DateField("ngày đề xuất", null=True)
    proposed_cadre = models.ForeignKey(
        Cadre, models.PROTECT, null=True, related_name="+", verbose_name="cán bộ được đề xuất"
    )
    proposed_agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, related_name="+", verbose_name="cơ quan của cán bộ được đề xuất"
    )
    decided_on = models.DateField("ngày quyết định", null=True)
    decided_by = models.UUIDField("tài khoản ghi quyết định", null=True)
    decision_symbol = models.CharField("số quyết định", max_length=60, blank=True)
    effective_on = models.DateField("ngày thay", null=True)
    fill_by = models.DateField("hạn cử cán bộ khác", null=True)
    new_assignment = models.ForeignKey(
        Assignment, models.PROTECT, null=True, related_name="+", verbose_name="phân công mới"
    )
    hand_over_by = models.DateField("hạn bàn giao", null=True)
    withdrawn_on = models.DateField("ngày rút", null=True)
    withdrawn_by = models.UUIDField("tài khoản rút", null=True)
    withdraw_reason = models.TextField("lý do rút", blank=True)

    @property
    def sealed(self) -> bool:
        """Whether it came in a form that is not opened yet."""
        return self.in_form and self.released_at is None

    class Meta:
        verbose_name = "đề nghị thay thế cán bộ theo dõi"
        indexes = [models.Index(fields=["province", "year"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("requested_on")),
                name="a_request_is_decided_after_it_is_made",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, decision_symbol="")
                | (Q(decided_on__isnull=False) & ~Q(decision_symbol="")),
                name="a_replacement_decision_has_its_number",
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None) | Q(decided_by=None) | ~Q(decided_by=F("verified_by")),
                name="who_verified_a_request_does_not_decide_it",
            ),
            models.CheckConstraint(
                condition=Q(in_form=True) | Q(released_at=None), name="only_what_came_in_a_form_is_unsealed"
            ),
            models.CheckConstraint(
                condition=Q(state__in=REPLACED, effective_on__isnull=False)
                | (~Q(state__in=REPLACED) & Q(effective_on=None, new_assignment=None)),
                name="a_replacement_takes_effect_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=ReplacementState.WITHDRAWN, withdrawn_on__isnull=False) & ~Q(withdraw_reason="")
                | ~Q(state=ReplacementState.WITHDRAWN) & Q(withdrawn_on=None, withdrawn_by=None, withdraw_reason=""),
                name="a_withdrawn_request_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReplacementState.WITHDRAWN) | Q(in_form=False) | Q(released_at__isnull=False),
                name="what_is_sealed_is_not_withdrawn_alone",
            ),
            models.UniqueConstraint(
                fields=["assignment", "requester"],
                condition=Q(state__in=OPEN),
                name="one_open_request_per_assignment_and_side",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commune}: {ReplacementReason(self.reason).label}"


class Handover(models.Model):
    """What one cadre hands to the next: the situation, whom to turn to, what is open. Says nothing of the request.

    Made with the decision, empty; written, then signed by both.
    """

    journal = Journalled(through="request")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    request = models.OneToOneField(
        ReplacementRequest, models.PROTECT, related_name="handover", verbose_name="đề nghị thay thế"
    )
    situation = models.TextField("tóm tắt tình hình địa bàn", blank=True)
    contacts = models.TextField("đầu mối liên hệ", blank=True)
    difficulties = models.JSONField("khó khăn còn mở", default=list)
    commitments = models.JSONField("cam kết chưa xong", default=list)
    """Both as the records stood when it was written: a line of text each."""
    written_at = models.DateTimeField("lập lúc", null=True)
    given_at = models.DateTimeField("bên giao ký lúc", null=True)
    given_by = models.UUIDField("tài khoản bên giao", null=True)
    taken_at = models.DateTimeField("bên nhận ký lúc", null=True)
    taken_by = models.UUIDField("tài khoản bên nhận", null=True)

    class Meta:
        verbose_name = "biên bản bàn giao địa bàn"
        constraints = [
            models.CheckConstraint(
                condition=Q(given_by=None) | Q(taken_by=None) | ~Q(given_by=F("taken_by")),
                name="a_handover_is_signed_by_two",
            ),
            models.CheckConstraint(
                condition=Q(given_at=None, taken_at=None) | (~Q(situation="") & ~Q(contacts="")),
                name="a_signed_handover_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"Bàn giao {self.request.commune}"
